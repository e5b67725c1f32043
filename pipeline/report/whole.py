"""Whether a document is a whole performance report, as people are told: without findings it would pass for one that is right."""

from __future__ import annotations

from collections.abc import Mapping

from rules.facts import ReportView
from rules.mandated import is_report, missing_chapters

_ROMAN = ("I", "II", "III", "IV")


def partial(view: ReportView, words: Mapping[str, str]) -> str:
    """What a document looks like that is no whole report, by its titles and chapters; nothing of one that is."""
    missing = [_ROMAN[number - 1] for number in missing_chapters(view)]
    if is_report(view) and not missing:
        return ""
    kind = view.identity.kind.value
    looks = "" if is_report(view) else words["looks_like"].format(kind=kind) if kind else words["unknown_kind"]
    lacks = words["lacks_chapters"].format(chapters=", ".join(missing)) if missing else ""
    return words["partial"].format(why=", ".join(filter(None, (looks, lacks))))
