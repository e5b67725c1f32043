"""Makes the sample reports of data/raw from scripts/samples/data: python scripts/make_samples.py [FOLDER]."""

from __future__ import annotations

import sys
from pathlib import Path

from samples.build import build

RAW = Path(__file__).resolve().parent.parent / "data" / "raw"


def main(arguments: list[str]) -> int:
    for path in build(Path(arguments[0]) if arguments else RAW):
        print(f"{path.stat().st_size:8d}  {path.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
