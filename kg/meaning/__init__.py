"""What the lists of an article say: the words, heads and votes around them, weighed together."""
