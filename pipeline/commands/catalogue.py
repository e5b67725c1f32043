"""`lakip rules` and `lakip explain`: what the program checks, and on what ground."""

from __future__ import annotations

import argparse

from pipeline.commands.exits import DONE, WRONG_USE, talk


def no_options(command: argparse.ArgumentParser) -> None:
    """`lakip rules` has none."""
    del command


def options(command: argparse.ArgumentParser) -> None:
    """The rule to explain."""
    command.add_argument("code", metavar="KODE", help="kode aturan, misalnya JM01")


def run_rules(arguments: argparse.Namespace) -> int:
    """One rule a line, tab-separated."""
    from rules.base import all_rules

    del arguments
    for rule in all_rules():
        print(f"{rule.code}\t{rule.family}\t{rule.severity.value}\t{rule.title}")
    return DONE


def run_explain(arguments: argparse.Namespace) -> int:
    """What the rule checks, on which basis, with its examples."""
    from pipeline.explain import explain
    from rules.base import all_rules

    rule = next((r for r in all_rules() if r.code == arguments.code.upper()), None)
    if rule is None:
        talk(f"tidak ada aturan {arguments.code}; `lakip rules` mencetak daftarnya")
        return WRONG_USE
    print(explain(rule))
    return DONE
