"""Texts that would like to be more than text, and a way to put one into every field of a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TypeVar

Anything = TypeVar("Anything")

HOSTILE: Mapping[str, str] = {
    "script": "<script>alert(1)</script>",
    "end of script": "</script><img src=x onerror=alert(1)>",
    "end of style": "</style></title></textarea><svg onload=alert(1)>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "comment": "<!-- ]]> -->",
    "template": "{{7*7}} {% include 'x' %} ${7*7}",
    "entity": "&lt;b&gt; &#60;",
    "formula": "=cmd|'/c calc'!A1",
    "link formula": '=HYPERLINK("http://jahat.example/","klik")',
    "array formula": "{=1+1}",
    "plus": "+1",
    "minus": "-1+1",
    "at": "@x",
    "tab": "\t=1+1",
    "full width": "＝1+1",
    "link": "http://jahat.example/x",
    "script link": "javascript:alert(1)",
    "share": "\\\\host\\share",
    "controls": "a\x00b\x07c\x1b[31md\x9b\x85e",
    "bidi": "pagu \u202e000.1\u202c \u2066x\u2069 \u200bnol\ufeff",
    "separators": "a\u2028b\u2029c",
    "surrogates": "a\ud800b\udfffc",
    "noncharacters": "\ufffe\uffff",
    "escape of Excel": "_x0041_",
    "path": "../../x",
    "device": "CON",
    "dot": ".",
    "sheet name": "[a]:b*c?d/e\\f'",
    "header code": "&G&[File]",
    "long": "x" * 40_000,
    "emoji": "😀" * 20_000,
    "empty": "",
    "lines": "\r\n\n",
}


def everywhere(thing: Anything, text: str) -> Anything:
    """The same record with every text in it replaced; places, numbers and codes of ours stay."""
    if isinstance(thing, Enum):
        return thing
    if isinstance(thing, str):
        return text  # type: ignore[return-value]
    if isinstance(thing, tuple):
        return tuple(everywhere(item, text) for item in thing)  # type: ignore[return-value]
    if is_dataclass(thing) and not isinstance(thing, type):
        return type(thing)(**{f.name: everywhere(getattr(thing, f.name), text) for f in fields(thing)})
    return thing
