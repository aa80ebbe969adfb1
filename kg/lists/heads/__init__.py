"""Lines inside a list that say whose those below are, and where they stand."""
