"""Who is meant: names, descriptions and pronouns, resolved inside the article."""
