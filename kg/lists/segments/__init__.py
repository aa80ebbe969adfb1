"""What the parts of an item may be, and which layout the items of a list share."""
