"""Why something is not done: every reason has words in both languages, and none has words for nothing."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from pipeline.refusals import _WORDS, RefusedError
from rules.outcome import Keputusan

PROGRAM = Path(__file__).resolve().parent.parent / "pipeline"


def test_every_reason_that_the_program_gives_has_words_and_every_word_is_used() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PROGRAM.rglob("*.py")))
    known = set(re.findall(r'"(\w+)"', source.replace((PROGRAM / "refusals.py").read_text(encoding="utf-8"), "")))
    given = set(re.findall(r'RefusedError\("(\w+)"', source))
    assert given <= set(_WORDS)
    assert [code for code in _WORDS if code not in known] == []


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", _WORDS)
def test_both_languages_say_the_same_values(code: str) -> None:
    indonesian, english = _WORDS[code]
    assert indonesian != english
    assert places(indonesian) == places(english)


def test_a_reason_within_a_reason_is_told_in_the_same_language() -> None:
    one = RefusedError("not_written", folder="x", why=RefusedError("full_disk"))
    assert "the disk is full" in one.told("en")
    assert "disk penuh" in one.told("id") == str(one)


def test_a_decision_is_named_as_the_command_takes_it() -> None:
    one = RefusedError("no_reason", kind=Keputusan.DAPAT_DIJELASKAN)
    assert "“dapat dijelaskan”" in one.told("id")
    assert "“can be explained (dapat dijelaskan)”" in one.told("en")
