"""What a rule says of itself, as a page for people: `lakip explain CODE` and docs/aturan.md are made here."""

from __future__ import annotations

import inspect
import sys
import textwrap
from collections.abc import Iterable, Iterator

from rules.base import Rule, all_rules

HEAD = "# Aturan\n\nDihasilkan dari kode aturan oleh `make docs`; jangan diubah di sini.\n"
EXAMPLES = ("Lolos:", "Temuan:")


def explain(rule: Rule) -> str:
    """One rule: title, family, severity, basis and possible verdicts, what must hold, and its two examples."""
    return "\n".join(_section(rule)).rstrip() + "\n"


def all_rules_markdown(rules: Iterable[Rule] | None = None) -> str:
    """The whole catalogue: a table of all rules, then each of them."""
    known = tuple(all_rules() if rules is None else rules)
    if not known:
        return ""
    return "\n".join([HEAD, *_overview(known), *(line for rule in known for line in _section(rule))]).rstrip() + "\n"


def examples(rule: Rule) -> dict[str, str]:
    """The small reports of a rule's docstring, by verdict (`lolos`, `temuan`), as a report prints them."""
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in inspect.cleandoc(rule.__doc__ or "").splitlines():
        if line.strip() in EXAMPLES:
            current = found.setdefault(line.strip().rstrip(":").casefold(), [])
        elif line.strip() and not line.startswith(" "):
            current = None
        elif current is not None:
            current.append(line)
    return {verdict: textwrap.dedent("\n".join(lines)).strip("\n") + "\n" for verdict, lines in found.items()}


def _overview(rules: Iterable[Rule]) -> Iterator[str]:
    yield "| kode | judul | keluarga | tingkat | dasar |"
    yield "| --- | --- | --- | --- | --- |"
    for rule in rules:
        yield f"| [{rule.code}](#{rule.code.lower()}) | {rule.title} | `{rule.family}` | {rule.severity} | {rule.basis} |"
    yield ""


def _section(rule: Rule) -> Iterator[str]:
    """The docstring as it stands: sentences as text, what is indented under an example as a block."""
    yield f"## {rule.code}"
    yield ""
    yield f"**{rule.title}** (`{rule.family}`)"
    yield ""
    yield f"- Tingkat: {rule.severity}"
    yield f"- Dasar: {rule.basis}"
    yield f"- Kemungkinan hasil: {', '.join(verdict.replace('_', ' ') for verdict in rule.verdicts)}"
    yield ""
    in_example = False
    for line in inspect.cleandoc(rule.__doc__ or "").splitlines():
        indented = line.startswith("    ")
        if indented != in_example and line.strip():
            yield "```" if in_example else "\n```text"
            in_example = indented
        yield line[4:] if indented else line
    if in_example:
        yield "```"
    yield ""


if __name__ == "__main__":
    sys.stdout.write(all_rules_markdown())
