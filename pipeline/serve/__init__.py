"""`lakip serve`: reports on the reviewer's desk, in a browser on the same machine."""
