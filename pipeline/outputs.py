"""Where a run writes: what is said when it cannot."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from pipeline.report.formats import UnusableTemplateError
from pipeline.settings import Settings

_FULL = (errno.ENOSPC, errno.EDQUOT)
_WHY = {
    errno.ENOENT: "folder itu tidak dapat dibuat",
    errno.ENOTDIR: "di jalurnya ada berkas yang bukan folder",
    errno.EEXIST: "di jalurnya ada berkas yang bukan folder",
    errno.EACCES: "tidak ada izin menulis",
    errno.EPERM: "tidak ada izin menulis",
    errno.EROFS: "tempat itu hanya dapat dibaca",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
}


def refusal(settings: Settings) -> str:
    """Why an output folder cannot be made or written, before anything is read; nothing is made here."""
    for folder in _folders(settings):
        try:
            there = next((path for path in (folder, *folder.parents) if path.exists() or path.is_symlink()), folder)
            why = errno.ENOTDIR if not there.is_dir() else 0 if os.access(there, os.W_OK | os.X_OK) else errno.EACCES
        except OSError as error:
            why = error.errno or errno.EACCES
        if why:
            return not_written(folder, why)
    return ""


def _folders(settings: Settings) -> tuple[Path, ...]:
    return (settings.out.absolute(), *((settings.clean.absolute(),) if settings.clean else ()))


def about(error: OSError, settings: Settings) -> Path | None:
    """The output folder that an error is about, if it is about one."""
    where = Path(os.fsdecode(error.filename)).absolute() if isinstance(error.filename, str | bytes) else None
    folders = _folders(settings)
    found = next((folder for folder in folders if where and (where == folder or folder in where.parents or where in folder.parents)), None)
    return found or (folders[0] if error.errno in _FULL else None)


def unusable(error: UnusableTemplateError) -> str:
    """What is said of an office's template that cannot be filled in."""
    return f"{error}; perbaiki templat itu, atau jalankan tanpa --template-docx"


def not_written(folder: Path, number: int) -> str:
    """What is said of a folder that cannot be written."""
    why = _WHY.get(number, "disk penuh" if number in _FULL else os.strerror(number))
    return f"tidak dapat menulis ke {folder}: {why}; pilih folder lain dengan --out (laporan) atau --clean (data bersih)"
