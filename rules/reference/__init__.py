"""Scales, formulas, legal bases and vocabulary as data files, read by `rules.reference.load`."""
