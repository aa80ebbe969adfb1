"""kg reads endorsements out of political news into a knowledge graph."""

__version__ = "0.1.0"
