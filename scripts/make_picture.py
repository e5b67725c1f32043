"""Makes the pictures of the README and of docs/panduan.md anew, of the sample reports, as a browser and an office suite show them.

Needs Chromium, Chrome or Edge; the pictures of the workbook and of the Word note need LibreOffice, and stay as they are without it.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, FloatRect, Locator, Page, sync_playwright

from pipeline import cli
from tests.browser.chromium import MISSING, installed

ROOT = Path(__file__).resolve().parent.parent
RAW, PICTURES = ROOT / "data/raw", ROOT / "docs/img"
SAMPLE = "03_dinsos_barito_kuala_2024"
MARGIN = 8
# As many colours as fit into so many bytes.
COLOURS, LARGEST = (256, 128, 96, 64, 48, 32), 80_000
# A finding with its cause and a picture of the page.
SHOWN = ".finding.lead:has(.cause):has(img)"
# A sheet of the workbook and a page of the note: the page of the PDF, its scale, and what is kept of it (left, top, right, bottom).
PRINTED = {"lembar-temuan": ("xlsx", 1, 2.0, (0.03, 0.055, 0.866, 0.455)), "catatan": ("docx", 0, 1.3, (0.04, 0.06, 0.96, 0.83))}
NO_OFFICE = "LibreOffice is missing; kept as they were: " + ", ".join(PRINTED)


def main() -> int:
    browser = installed()
    if browser is None:
        print(MISSING, file=sys.stderr)
        return 1
    with TemporaryDirectory() as temporary:
        made = Path(temporary)
        cli.main(["report", str(RAW), "--out", str(made), "--format", "html,xlsx,docx", "--decisions", str(made / "decisions"), "--quiet"])
        with sync_playwright() as driver, driver.chromium.launch(executable_path=browser) as opened:
            for name, shot in (*_pages(opened, made), *_desk(opened, made)):
                _keep(name, Image.open(io.BytesIO(shot)))
        for name, image in _printed(made):
            _keep(name, image)
    return 0


def _keep(name: str, image: Image.Image) -> None:
    path, taken = PICTURES / f"{name}.png", image.convert("RGB")
    for colours in COLOURS:
        taken.quantize(colours, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size < LARGEST:
            break
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} KB, {colours} colours")


def _pages(browser: Browser, made: Path) -> Iterator[tuple[str, bytes]]:
    sheet = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    sheet.goto((made / "index.html").as_uri())
    yield "rekapitulasi", _until(sheet, sheet.locator(".batch"))
    sheet.goto((made / f"{SAMPLE}.html").as_uri())
    yield "temuan", _around(sheet, sheet.locator(SHOWN).first)
    yield "laporan", _until(sheet, sheet.locator(".who"))
    sheet.close()


def _around(page: Page, shown: Locator) -> bytes:
    box = _box(shown)
    clip = FloatRect(x=box["x"] - MARGIN, y=box["y"] - MARGIN, width=box["width"] + 2 * MARGIN, height=box["height"] + 2 * MARGIN)
    return page.screenshot(full_page=True, clip=clip)


def _until(page: Page, last: Locator) -> bytes:
    """The page from its top to the end of an element."""
    box, width = _box(last), page.viewport_size["width"] if page.viewport_size else 0
    page.evaluate("scrollTo(0, 0)")
    return page.screenshot(full_page=True, clip=FloatRect(x=48, y=0, width=width - 96, height=box["y"] + box["height"] + MARGIN))


def _box(shown: Locator) -> FloatRect:
    if (box := shown.bounding_box()) is None:
        raise LookupError(f"nothing of the sample is {shown}")
    return box


def _desk(browser: Browser, made: Path) -> Iterator[tuple[str, bytes]]:
    """The reviewer's desk at its first finding, of a server that runs as long as the picture is taken."""
    command = [str(ROOT / ".venv/bin/lakip"), "serve", str(RAW / f"{SAMPLE}.pdf"), "--no-open", "--out", str(made / "served")]
    with subprocess.Popen([*command, "--decisions", str(made / "decisions")], stdout=subprocess.PIPE, text=True) as server:
        try:
            desk = browser.new_page(viewport={"width": 1366, "height": 768}, reduced_motion="reduce")
            desk.goto(server.stdout.readline().strip() if server.stdout else "")
            desk.locator("table.reports a").click(timeout=120_000)
            desk.locator(".pane img").evaluate("picture => picture.decode()")
            yield "meja", desk.screenshot()
            desk.close()
        finally:
            server.terminate()


def _printed(made: Path) -> Iterator[tuple[str, Image.Image]]:
    if (office := shutil.which("soffice")) is None:
        print(NO_OFFICE, file=sys.stderr)
        return
    for name, (ending, page, scale, kept) in PRINTED.items():
        out = made / ending
        source = made / f"{SAMPLE}.{ending}"
        profile = f"-env:UserInstallation={(made / 'profile').as_uri()}"
        subprocess.run(
            [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), str(source)], check=True, capture_output=True
        )
        image = pypdfium2.PdfDocument(out / f"{SAMPLE}.pdf")[page].render(scale=scale).to_pil()
        left, top, right, bottom = kept
        yield (
            name,
            image.crop((round(image.width * left), round(image.height * top), round(image.width * right), round(image.height * bottom))),
        )


if __name__ == "__main__":
    sys.exit(main())
