"""Results as text: pure functions from values to strings, apart from streams and arguments."""
