"""Endorsements that no known wording tells, where enough speaks for them."""
