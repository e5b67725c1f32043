"""Where in a sentence something stands."""

from __future__ import annotations

from extractors.model import Place
from pipeline.normalize.sentences import Passage
from rules.facts import Sentence


def place_of(sentence: Sentence, offset: int) -> Place:
    """The place of the line on which this character of a sentence is printed."""
    return sentence.place_at(offset) if isinstance(sentence, Passage) else sentence.location.place
