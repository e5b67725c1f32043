"""The domain: quantities and intervals, facts, scales, formulas and the catalogue of checks."""
