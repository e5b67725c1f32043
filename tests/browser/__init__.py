"""The pages as a reviewer opens them, in a real browser, from the disk and without a network."""
