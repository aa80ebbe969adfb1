"""Tables: marked, flattened, or a record at a time."""
