"""What a rule is, and the catalogue that finds them."""

from __future__ import annotations

import importlib
import pkgutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from rules import catalogue
from rules.facts import Location, ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict


class Rule(ABC):
    """One check. Its docstring says what must hold, with an example that passes and one that is a finding.

    `verdicts` are those which it can give; its YAML has a case of each.
    """

    code: ClassVar[str]
    title: ClassVar[str]
    family: ClassVar[str]
    severity: ClassVar[Severity]
    basis: ClassVar[str]
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    @abstractmethod
    def check(self, report: ReportView) -> Iterator[Outcome]:
        """Make every comparison of this rule on one report."""

    def outcome(
        self,
        result: Comparison,
        locations: Iterable[Location],
        message: str | Callable[[], str] = "",
        severity: Severity | None = None,
        cause: str = "",
    ) -> Outcome:
        """An outcome of this rule from a comparison.

        Message, severity and cause are kept for a finding only. Where many comparisons hold, the message is given as what tells it:
        it is told when it is needed.
        """
        failed = result.verdict == Verdict.TEMUAN
        return Outcome(
            rule=self.code,
            verdict=result.verdict,
            stated=result.stated,
            expected=result.expected,
            locations=tuple(locations),
            difference=result.difference,
            working=result.working,
            message="" if not failed else message if isinstance(message, str) else message(),
            reason=result.reason,
            severity=severity if failed else None,
            basis=self.basis,
            cause_hint=cause if failed else "",
        )


def all_rules() -> tuple[Rule, ...]:
    """Every rule of the catalogue, by code. A code that is used twice is a mistake of ours and raises."""
    for module in pkgutil.iter_modules(catalogue.__path__, f"{catalogue.__name__}."):
        importlib.import_module(module.name)
    rules = sorted((cls() for cls in Rule.__subclasses__() if cls.__module__.startswith(catalogue.__name__)), key=lambda r: r.code)
    codes = [rule.code for rule in rules]
    if twice := {code for code in codes if codes.count(code) > 1}:
        raise ValueError(f"rule codes used twice: {sorted(twice)}")
    return tuple(rules)


def select(rules: Iterable[Rule], wanted: Iterable[str]) -> tuple[Rule, ...]:
    """The rules whose code or family is wanted; an unknown word raises ValueError."""
    known, names = tuple(rules), tuple(wanted)
    unknown = [name for name in names if not any(name in (rule.code, rule.family) for rule in known)]
    if unknown:
        raise ValueError(f"tidak ada aturan atau keluarga bernama {', '.join(unknown)}")
    return tuple(rule for rule in known if rule.code in names or rule.family in names)
