"""The lean engine, on pypdfium2's raw API."""
