"""One rule a file, named by its code; `rules.base` finds them."""
