"""For the eye: `python -m tests.layouts NAME FOLDER [ENGINE]` draws a case there and says what is wanted and what is read.

NAME may be `all`: then a line a case, and only what differs.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.layouts.catalogue import CASES
from tests.layouts.reading import wanted_and_read
from tests.pdf_fixtures import read


def main(name: str, folder: str, engine: str = "auto") -> None:
    for known in CASES if name == "all" else [name]:
        place = Path(folder) / known
        place.mkdir(parents=True, exist_ok=True)
        layout = CASES[known](place)
        document = read(layout.path, engine)
        told = wanted_and_read(layout, document)
        wrong = [what for what, (wanted, said) in told.items() if wanted != said]
        print(f"{known}: {'; '.join(wrong) or 'ok'}")
        for what, (wanted, said) in told.items():
            if name != "all" and wanted != said:
                print(f"--- {what} wanted", *wanted, f"--- {what} read", *said, sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
