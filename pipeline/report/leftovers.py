"""Pages of documents that are no longer part of a run are removed from the output folder: only files that we wrote ourselves."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.report.files import put

LIST = ".ditulis.json"


def remembered(folder: Path, listed: str = LIST) -> frozenset[str]:
    """The names of the pages that the last run wrote into a folder."""
    try:
        names = json.loads((folder / listed).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return frozenset()
    return (
        frozenset(name for name in names if isinstance(name, str) and Path(name).name == name) if isinstance(names, list) else frozenset()
    )


def clear(folder: Path, earlier: frozenset[str], now: frozenset[str], listed: str = LIST) -> None:
    """Remove what an earlier run wrote and this one did not, and remember what this one wrote."""
    for name in earlier - now:
        (folder / name).unlink(missing_ok=True)
    put(folder / listed, json.dumps(sorted(now), indent=0).encode())
