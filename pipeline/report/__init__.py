"""Findings as HTML, XLSX and machine formats."""
