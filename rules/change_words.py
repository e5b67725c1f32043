"""How sentences tell a rise or a fall: the words around its size and around the two values between which it lies."""

from __future__ import annotations

import re

LONGEST = 700
RISE = r"meningkat|peningkatan|kenaikan|naik|bertambah|pertambahan|penambahan"
FALL = r"menurun|penurunan|turun|berkurang|pengurangan"
NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?|\d{1,9}(?:[,.]\d{1,2})?(?![.,]?\d)"
SPAN = (
    r"(?:antara\s+tahun\s+\d{4}\s+(?:dan|sampai|hingga)\s+(?:tahun\s+)?\d{4}"
    r"|di\s?banding(?:kan)?\s+(?:(?:dengan|pada|realisasi|capaian)\s+){0,3}tahun\s+\d{4})"
)
SIZES = ("sebesar", "sebanyak", "sejumlah", "sekitar", "setara", "yaitu")
TURNS = tuple(f"{RISE}|{FALL}".split("|"))
CLAIM = re.compile(
    rf"\b(?P<verb>{RISE}|{FALL})\b(?P<between>[^\d.;:%]{{0,90}}?)(?:{SPAN}\s+)?\b(?:sebesar|sebanyak|sejumlah|sekitar|setara|yaitu)\s+(?P<number>{NUMBER})\s*(?P<unit>%|[a-z]+)?",
    re.IGNORECASE,
)
TURN = re.compile(rf"\b(?:{RISE}|{FALL})\b", re.IGNORECASE)
NO_CLAIM = re.compile(r"\b(?:menjadi|dari|target|realisasi|capaian|anggaran|tahun|dengan|hingga|sampai|pada)\b", re.IGNORECASE)
BECOMES = re.compile(r"\b(?:menjadi|dari|target)\b", re.IGNORECASE)
LEVEL = re.compile(rf"(?<![\w.,/–-])(?P<number>{NUMBER})\s*(?P<unit>%|[a-z]+)?", re.IGNORECASE)
NO_LEVEL = re.compile(
    r"\b(?:target|ditargetkan|tabel|gambar|grafik|nomor|bab|pasal|triwulan|semester|peringkat|ke|tanggal|usia|umur|atau|rp\.?)[^\d]{0,18}$",
    re.IGNORECASE,
)
COMPARES = re.compile(
    r"\bdibanding\w*[^;]{0,60}\b(?:tahun|sebelumnya|bulan|periode)|\bdari\b[^;]{0,60}\btahun\b|\bdari\b[^;]{0,90}\bmenjadi\b"
    r"|\btahun\s+(?:sebelumnya|lalu)\b[^;]{0,90}\b(?:sehingga|terdapat|terjadi|berarti)\b",
    re.IGNORECASE,
)
OPENS = re.compile(r"\s*(?:jika|apabila|bila|kalau|dan)?\s*(?:di)?bandingkan", re.IGNORECASE)
PERCENT = ("%", "persen", "prosen")
POINTS = ("point", "poin", "")
NO_UNIT = frozenset(
    [
        "mengalami",
        "dari",
        "dan",
        "atau",
        "pada",
        "dengan",
        "yang",
        "menjadi",
        "naik",
        "turun",
        "di",
        "ke",
        "untuk",
        "tahun",
        "terjadi",
        "lebih",
        "sampai",
        "sedangkan",
        "sehingga",
        "hal",
        "terdiri",
        "meningkat",
        "menurun",
        "dibanding",
        "dibandingkan",
        "mencapai",
        "adalah",
        "maka",
        "namun",
        "tetapi",
        "sebagai",
        "serta",
        "bila",
        "jika",
        "apabila",
        "karena",
    ]
)
