"""`lakip serve`: review the reports in a browser on this machine."""

from __future__ import annotations

import argparse
import secrets
import webbrowser
from functools import partial

from pipeline.commands.exits import DONE, WRONG_USE, progress, talk, talk_of_broken
from pipeline.commands.options import positive, refusal, reports, settings_of

_HIGHEST_PORT = 65_535


def options(command: argparse.ArgumentParser) -> None:
    """What is read, where the reports go that are written from the page, and how it is opened."""
    reports(command)
    said = "port halaman ini pada 127.0.0.1 (bawaan: 0, yaitu port yang sama untuk folder keputusan yang sama, atau yang bebas)"
    command.add_argument("--port", type=partial(positive, least=0), default=0, metavar="N", help=said)
    command.add_argument("--no-open", action="store_true", help="jangan buka peramban; alamatnya dicetak saja")


def run_serve(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from pipeline import ingest
    from pipeline.serve.desk import Ears
    from pipeline.serve.server import Opening, bound, serve
    from pipeline.serve.workshop import Workshop

    settings = settings_of(arguments)
    if refused := refusal(arguments, settings) or _unusable(arguments.port):
        talk(refused)
        return WRONG_USE
    collected = ingest.collect(settings.paths)
    if not collected.sources and not collected.problems:
        talk(f"tidak ada berkas di {', '.join(map(str, settings.paths))}; taruh laporan PDF atau teks di sana, atau sebut folder lain")
        return WRONG_USE

    def opened(address: str, once: str) -> None:
        print(address, flush=True)
        talk("Buka alamat di atas di peramban komputer ini. Ctrl-C menghentikannya; keputusan yang sudah dijawab tetap tersimpan.")
        if not arguments.no_open:
            webbrowser.open(once)

    try:
        listening = bound(arguments.port, settings)
    except OSError as error:
        talk(f"port {arguments.port} tidak dapat dipakai: {error.strerror}; pilih yang lain dengan --port")
        return WRONG_USE
    with listening:
        ears = Ears(progress(quiet=settings.quiet), talk_of_broken)
        opening = Opening(listening, secrets.token_urlsafe(32), secrets.token_urlsafe(32), arguments.today, ears, opened)
        serve(collected, settings, opening, Workshop())
    return DONE


def _unusable(port: int) -> str:
    return f"port {port} tidak ada; yang terbesar {_HIGHEST_PORT}" if port > _HIGHEST_PORT else ""
