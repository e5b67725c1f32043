"""What a file is, by its content and never by its name."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePath

from extractors.model import Category

PDF = "pdf"
TEXT = "text"
NEITHER = ""

LARGEST_FILE = 300 * 1024 * 1024
# A PDF may have junk before its first line, no more than this (as every reader has it).
MAGIC_WITHIN = 1024
LOOKED_AT = 64 * 1024
SHORTEST = 8
# Among so many signs of a text, at most one control character.
SIGNS_TO_A_CONTROL = 200

_SAVE_AS_PDF = "Simpan atau cetak dokumen itu sebagai PDF, lalu periksa ulang."
_OFFICE_SUFFIXES = frozenset({".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ods", ".odt", ".ppt", ".pptx", ".jpg", ".jpeg", ".png", ".zip"})
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = (b"<!doctype html", b"<html", b"<?xml")


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What the file is; if it is nothing that can be read, or not what its name says, why and what to do."""

    kind: str
    category: Category | None = None
    message: str = ""
    advice: str = ""


def sniff(path: Path, size: int) -> Sniffed:
    """The kind of the file at `path`. Raises OSError where it cannot be opened."""
    if size == 0:
        return Sniffed(NEITHER, Category.EMPTY, "Berkas kosong (0 bita).", "Unduh atau mintalah ulang berkasnya.")
    if size > LARGEST_FILE:
        message = f"Berkas terlalu besar ({size // 2**20} MB; batasnya {LARGEST_FILE // 2**20} MB)."
        return Sniffed(NEITHER, Category.TOO_LARGE, message, "Pecahlah menjadi beberapa berkas, atau kecilkan gambar di dalamnya.")
    with path.open("rb") as file:
        head = file.read(LOOKED_AT)
    if len(head.strip()) < SHORTEST:
        advice = "Unduh atau mintalah ulang berkasnya."
        return Sniffed(NEITHER, Category.NOT_A_DOCUMENT, f"Berkas ini nyaris kosong ({size} bita), bukan dokumen.", advice)
    kind = PDF if b"%PDF-" in head[: MAGIC_WITHIN + 5] else TEXT if is_text(head, whole=size <= LOOKED_AT) else NEITHER
    return _named_otherwise(kind, path) if kind else _refused(head, path)


def is_text(head: bytes, *, whole: bool) -> bool:
    """Text that people write: UTF-8, UTF-16 with its mark, or Latin-1; a web page or data for machines is none."""
    if head[:64].lstrip().lower().startswith(_MARKUP) or _is_data(head, whole):
        return False
    text = _decoded(head)
    controls = sum((sign < " " and sign not in "\t\n\r\f\v") or sign in "\x7f\ufffd" for sign in text)
    return bool(text.strip()) and controls * SIGNS_TO_A_CONTROL <= len(text)


def _decoded(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", errors="replace")
    try:
        return head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(head) - 4:  # the cut went through a character
            return head[: error.start].decode("utf-8")
    return head.decode("cp1252", errors="replace")


def _is_data(head: bytes, whole: bool) -> bool:
    text = head.strip()
    ends = text.endswith((b"}", b"]")) or not whole
    return text.startswith((b"{", b'["', b"[{")) and ends


def _named_otherwise(kind: str, path: Path) -> Sniffed:
    suffix = PurePath(path.name).suffix.lower()
    if kind == PDF and suffix not in (".pdf", ""):
        return Sniffed(
            kind,
            Category.WRONG_EXTENSION,
            f"Berkas bernama {suffix} ini sebenarnya PDF; dibaca sebagai PDF.",
            "Gantilah namanya menjadi .pdf.",
        )
    if kind == TEXT and suffix in _OFFICE_SUFFIXES:
        message = f"Berkas bernama {suffix} ini sebenarnya teks; dibaca sebagai teks."
        return Sniffed(kind, Category.WRONG_EXTENSION, message, "Gantilah namanya menjadi .txt, atau mintalah berkas aslinya.")
    return Sniffed(kind)


def _refused(head: bytes, path: Path) -> Sniffed:
    """Why this is no document, as well as its first bytes say it."""
    if head.startswith((b"PK\x03\x04", _OLD_OFFICE)):
        return _office(head, path)
    if head.startswith(_IMAGES):
        return Sniffed(NEITHER, Category.NOT_A_DOCUMENT, "Berkas gambar, bukan dokumen.", "Jadikan PDF dengan OCR, lalu periksa ulang.")
    if head[:64].lstrip().lower().startswith(_MARKUP):
        return Sniffed(NEITHER, Category.NOT_A_DOCUMENT, "Berkas ini halaman web (HTML/XML), bukan laporan PDF atau teks.", _SAVE_AS_PDF)
    advice = "Pastikan berkas ini laporan PDF atau teks yang utuh; bila perlu unduh ulang."
    return Sniffed(NEITHER, Category.NOT_A_DOCUMENT, "Isi berkas ini bukan PDF dan bukan teks.", advice)


def _office(head: bytes, path: Path) -> Sniffed:
    names: list[str] = []
    if head.startswith(b"PK"):
        try:
            with zipfile.ZipFile(path) as archive:
                names = archive.namelist()[:200]
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return Sniffed(NEITHER, Category.NOT_A_DOCUMENT, "Berkas arsip (zip) yang rusak, bukan dokumen.", "Unduh ulang berkasnya.")
    folders = {name.split("/", 1)[0] for name in names}
    kinds = {"word": "Word", "xl": "Excel", "ppt": "PowerPoint"}
    what = next((word for folder, word in kinds.items() if folder in folders), "Office" if head.startswith(_OLD_OFFICE) else "")
    if "mimetype" in names:
        what = "OpenDocument"
    if what:
        return Sniffed(NEITHER, Category.NOT_A_DOCUMENT, f"Berkas {what} belum dapat dibaca.", _SAVE_AS_PDF)
    return Sniffed(
        NEITHER, Category.NOT_A_DOCUMENT, "Berkas arsip (zip), bukan dokumen.", "Bukalah arsipnya dan periksa berkas di dalamnya."
    )
