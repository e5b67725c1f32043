"""Makes the picture of the README anew: a finding of a sample report, as the browser shows it. Needs Chromium, Chrome or Edge."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import FloatRect, sync_playwright

from pipeline import cli
from tests.browser.chromium import FLAGS, MISSING, installed

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "data/raw/03_dinsos_barito_kuala_2024.pdf"
PICTURE = ROOT / "docs/img/temuan.png"
MARGIN, COLOURS = 8, 64
# A sum that does not add up, with its cause and a picture of the page.
SHOWN = ".finding.lead:has(.rule:text-is('JM01')):has(.cause):has(img)"


def main() -> int:
    browser = installed()
    if browser is None:
        print(MISSING, file=sys.stderr)
        return 1
    with TemporaryDirectory() as folder:
        cli.main(["report", str(SAMPLE), "--out", folder, "--format", "html", "--quiet"])
        _photograph(Path(folder) / f"{SAMPLE.stem}.html", browser)
    print(PICTURE.relative_to(ROOT))
    return 0


def _photograph(page: Path, browser: str) -> None:
    with sync_playwright() as driver, driver.chromium.launch(executable_path=browser, args=FLAGS) as opened:
        sheet = opened.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        sheet.goto(page.as_uri())
        box = sheet.locator(SHOWN).first.bounding_box()
        if box is None:
            raise LookupError(f"no finding of the sample is {SHOWN}")
        around = FloatRect(x=box["x"] - MARGIN, y=box["y"] - MARGIN, width=box["width"] + 2 * MARGIN, height=box["height"] + 2 * MARGIN)
        shot = sheet.screenshot(full_page=True, clip=around)
    Image.open(io.BytesIO(shot)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(PICTURE, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
