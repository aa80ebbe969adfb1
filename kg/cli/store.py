"""``kg store verify``: opens the store, counts it by every index and compares its manifest."""
