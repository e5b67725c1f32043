"""Where a run writes: what is said when it cannot."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from pipeline.refusals import RefusedError
from pipeline.report.formats import UnusableTemplateError
from pipeline.settings import Settings

_FULL = (errno.ENOSPC, errno.EDQUOT)
_WHY = {
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "file_in_path",
    errno.EEXIST: "file_in_path",
    errno.EACCES: "no_right",
    errno.EPERM: "no_right",
    errno.EROFS: "read_only",
    errno.ENAMETOOLONG: "long_name",
}


def refusal(settings: Settings) -> RefusedError | None:
    """Why an output folder cannot be made or written, before anything is read; nothing is made here."""
    for folder in _folders(settings):
        try:
            there = next((path for path in (folder, *folder.parents) if path.exists() or path.is_symlink()), folder)
            why = errno.ENOTDIR if not there.is_dir() else 0 if os.access(there, os.W_OK | os.X_OK) else errno.EACCES
        except OSError as error:
            why = error.errno or errno.EACCES
        if why:
            return not_written(folder, why)
    return None


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


def not_written(folder: Path, number: int) -> RefusedError:
    """What is said of a folder that cannot be written."""
    code = _WHY.get(number, "full_disk" if number in _FULL else "")
    return RefusedError("not_written", folder=folder, why=RefusedError(code) if code else os.strerror(number))
