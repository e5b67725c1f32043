"""Tests; a fixture reads like a page of a report."""
