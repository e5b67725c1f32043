"""Turn a file into pages, lines, tables and cells with their place; knows nothing of LAKIP."""
