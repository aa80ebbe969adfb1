"""Names strung together: coordination, apposition, and what may stand between."""
