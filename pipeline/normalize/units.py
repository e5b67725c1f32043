"""The words that reports print behind a number: counted things, measures, and words that multiply."""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType

from rules.dates import MONTH_WORDS
from rules.quantity import PERSEN, RUPIAH

PERMIL = "‰"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COUNTED = _words(
    """
    akseptor aksi alat anak anggota aparatur aplikasi arsip asn aset atlet bangunan bantuan batang berita berkas bidang bkm box buah
    buku bumdes burung cabang daerah data desa dinas disabilitas dok dokumen dosis ekor eks eksemplar event exemplar fasilitas forum
    gedung guru ik ikm iku indikator inovasi instansi item izin jabatan jalan jembatan jenis jiwa jurnal kab kabupaten kader kali kantor
    karya kasus kawasan kec kecamatan kegiatan kejadian kh kel kelas kelompok keluarga kelurahan kendaraan keping kk klien komunitas
    komoditi komoditas konflik koperasi korban kota kpm kube kunjungan laporan layanan lembaga lembar lks lokasi lot mahasiswa
    masyarakat medali media mobil modul mou museum nagari narasumber ob oh naskah obyek objek odgj opd org orang organisasi paguyuban paket
    pasang pasien pasar pegawai pekerja pelaku pelatihan pelanggaran pemuda pengaduan penyandang perda perbup perangkat perkara
    permohonan perpustakaan perusahaan peserta pkh pns pmks pokmas ponpes posko posyandu ppks produk psks program proposal provinsi psm
    puskesmas raperda regulasi rekomendasi rt rtm rumah rumpun ruang ruas rw ruangan sampel sanggar santri sapi saluran sarana sasaran
    sekolah seksi sertifikat sertipikat set siswa skpd sk sni sop spp stel stek sub sumur surat tagana tanaman tenaga tim titik tksk
    tower umkm uji unit unsur upt uptd usaha usulan varietas warga wilayah wirausaha website
    """
)
"""Things that are counted: `18,571 KPM` can only be 18571."""

MEASURED = _words(
    """
    angka bulan cm detik gb gram ha hari hektar hektare hok indeks jam kal kg kilogram kilometer km km2 km² koefisien ku kuintal kva kw
    kwh level ltr liter m m2 m3 m² m³ mb menit meter mdpl mg minggu mm mw ons pekan point poin rasio semester skala skor tahun th ton
    triwulan tw va watt nilai
    """
)
"""Things that are measured and may have decimals: `70,125 tahun` says nothing of its separator."""

RUPIAH_WORDS = frozenset({"rp", "rp.", "rupiah", "idr"})
PERCENT_WORDS = frozenset({"%", "persen", "prosen", "percent", "% %", "persen (%)", "% (persen)"})
PERMIL_WORDS = frozenset({PERMIL, "permil", "per mil", "promil"})
GRADES = frozenset({"aa", "a", "bb", "b", "cc", "c", "d", "e", "wtp", "wdp"})
"""Letters of a predikat printed behind its value: a remark, not a unit."""

NOT_UNITS = _words("dan atau dari sampai hingga sd s/d dengan pada nan inf infinity") | frozenset(MONTH_WORDS)

SCALES: MappingProxyType[str, int] = MappingProxyType(
    {
        "ribu": 3, "rb": 3, "juta": 6, "jt": 6, "milyar": 9, "miliar": 9, "milyard": 9, "M": 9, "triliun": 12, "trilyun": 12,
    }
)  # fmt: skip
"""Words that multiply the number before them, with their power of ten; a small `m` is a metre."""

_WORD = re.compile(r"[A-Za-z]+[23²³]?")
_MOST_WORDS = 3


def read_unit(words: str) -> str | None:
    """The unit of the words behind a number: `Rp`, `%`, `‰`, the words as printed, "" for none; None when they are no unit."""
    whole = "".join(words.split())
    text = whole if is_known(whole) else " ".join(words.split())
    low = text.lower().rstrip(".")
    for known, unit in ((RUPIAH_WORDS, RUPIAH), (PERCENT_WORDS, PERSEN), (PERMIL_WORDS, PERMIL), (GRADES | {""}, "")):
        if low in known:
            return unit
    tokens = re.split(r"[ /]+", text.rstrip(".").replace(". ", " "))
    if len(tokens) > _MOST_WORDS or not all(_WORD.fullmatch(token) for token in tokens):
        return None
    if is_known(tokens[0]) or (len(tokens) == 1 and len(text) > 1 and low not in NOT_UNITS and low.isalpha()):
        return text
    return None


def is_known(word: str) -> bool:
    """Whether a word names something counted or measured."""
    return word.lower() in COUNTED or word.lower() in MEASURED


def is_counted(unit: str) -> bool:
    """Whether a unit, as printed, counts whole things."""
    first = re.split(r"[ /]", unit.strip().lower(), maxsplit=1)[0]
    return first in COUNTED


def is_rupiah(unit: str) -> bool:
    """Whether a printed unit means rupiah."""
    return unit.strip().lower() in RUPIAH_WORDS


def is_percent(unit: str) -> bool:
    """Whether a printed unit means per cent."""
    return unit.strip().lower() in PERCENT_WORDS


_THOUSAND = r"1?[.,]?\s?000(?![.,]?[0-9])"
_SCALED_HEADERS = (
    (r"(?<![0-9] )\bribu(?:an)?\b", 3),
    (rf"\brp\b\.?\s*\.?000\b(?![.,])|\(\s*{_THOUSAND}\s*\)|\b(?:x|dalam)\s*(?:rp\.?)?\s*{_THOUSAND}", 3),
    (r"(?<![0-9] )\bjuta(?:an)?\b", 6),
    (r"(?<![0-9] )\bmil[iy]ard?(?:an)?\b", 9),
    (r"(?<![0-9] )\btril[iy]un(?:an)?\b", 12),
)


def multiplier_of(header: str) -> Decimal:
    """By how much a header says that its amounts are to be multiplied: `(dalam ribuan)` 1000, `Rp. 000` 1000, else 1."""
    powers = (power for pattern, power in _SCALED_HEADERS if re.search(pattern, header, re.IGNORECASE))
    return Decimal(10) ** next(powers, 0)
