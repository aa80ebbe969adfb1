"""The words of a sentence: its tokens, what kinds they are of, and the names among them."""
