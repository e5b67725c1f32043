"""The one loader of the domain's reference data."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Any

import yaml


def _text(name: str) -> str:
    return files("rules.reference").joinpath(name).read_text(encoding="utf-8")


@cache
def table(name: str) -> Any:
    """A YAML file of `rules/reference`, parsed once."""
    return yaml.safe_load(_text(f"{name}.yaml"))


@cache
def document(name: str) -> Any:
    """A JSON file of `rules/reference`, parsed once; its numbers stay text-exact (decimals)."""
    return json.loads(_text(f"{name}.json"), parse_float=Decimal, parse_int=Decimal)


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """A CSV file of `rules/reference`, one dictionary a row, every value as printed."""
    return tuple(csv.DictReader(StringIO(_text(f"{name}.csv"))))
