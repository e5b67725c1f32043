"""The browser that these tests drive, whichever the system has; as a program it prints its path, or fails where there is none."""

from __future__ import annotations

import shutil
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
MISSING = f"no browser on this machine (looked for {', '.join(NAMES)}); on Debian: apt-get install chromium"


def installed() -> str | None:
    """The path of the first browser that is there."""
    return next(filter(None, map(shutil.which, NAMES)), None)


if __name__ == "__main__":
    found = installed()
    print(found or MISSING)
    sys.exit(found is None)
