"""The claims of prose that are more than a figure, gathered for the rules."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.normalize.said_shares import shares
from rules.facts import Sentence
from rules.said import Said


def said(prose: Sequence[Sentence]) -> Said:
    """What the sentences of a report claim, kind by kind."""
    return Said(shares=tuple(shares(prose)))
