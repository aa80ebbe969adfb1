"""Items read: people, bodies, and several at once."""
