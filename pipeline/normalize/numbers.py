"""Printed numbers as quantities: a single text, a column of cells, a sentence, and the multiplier of a header."""

from __future__ import annotations

from pipeline.normalize.figures import Reading, hole, read
from pipeline.normalize.number_columns import ColumnReading, read_column
from pipeline.normalize.number_prose import Found, find_in_prose
from pipeline.normalize.units import multiplier_of

__all__ = ["ColumnReading", "Found", "Reading", "find_in_prose", "hole", "multiplier_of", "read", "read_column"]
