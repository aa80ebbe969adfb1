"""Who fills the places of a frame: subjects, objects, and those told beside them."""
