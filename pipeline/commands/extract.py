"""`lakip extract`: one table a line to stdout, or a page of HTML a document."""

from __future__ import annotations

import argparse

from pipeline import extract_options
from pipeline.commands.audit import each_document
from pipeline.commands.exits import WRONG_USE, talk
from pipeline.commands.options import reading, settings_of


def options(command: argparse.ArgumentParser) -> None:
    """What is read, and what is made of it."""
    reading(command)
    extract_options.add(command)


def run_extract(arguments: argparse.Namespace) -> int:
    """Print the tables, or write the pages."""
    from pipeline import extracting

    if refused := extract_options.refusal(arguments, settings_of(arguments)):
        talk(refused)
        return WRONG_USE
    extraction = extracting.Extraction(arguments, print, talk)
    code = each_document(arguments, extraction.take)
    return code if extraction.write_pages() else WRONG_USE
