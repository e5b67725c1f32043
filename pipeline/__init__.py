"""The flow: ingest, extract, normalize, check, diagnose, render."""
