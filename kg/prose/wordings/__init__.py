"""Endorsements that the wording of a sentence tells."""
