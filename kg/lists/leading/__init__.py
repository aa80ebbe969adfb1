"""What the words above a list say that it is a list of."""
