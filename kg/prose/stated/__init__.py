"""What the prose states of people besides: offices, candidacies, days."""
