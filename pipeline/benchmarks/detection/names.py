"""What the generated reports are about: agencies, and their programs and kegiatan of before and since 2021."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.benchmarks.detection.dice import Dice
from rules.reference.load import rows

NEW_NAMES_SINCE = 2021
REGIONS = ("Kabupaten Muara Enim", "Kabupaten Banyuwangi", "Kota Palu", "Kabupaten Bantul", "Kota Ambon", "Kabupaten Nunukan")
SOCIAL = "1.06"


@dataclass(frozen=True, slots=True)
class Name:
    """A program, kegiatan or sub kegiatan with what it consists of."""

    text: str
    code: str
    parts: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency with its indicators' subject matter; `old` are names as they were used before 2021."""

    name: str
    urusan: str
    new: tuple[tuple[str, tuple[str, ...]], ...]
    old: tuple[tuple[str, tuple[str, ...]], ...]


_OLD_SUPPORT = (
    (
        "Program Pelayanan Administrasi Perkantoran",
        (
            "Penyediaan Jasa Surat Menyurat",
            "Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik",
            "Penyediaan Alat Tulis Kantor",
            "Penyediaan Makanan dan Minuman",
            "Rapat-rapat Koordinasi dan Konsultasi ke Luar Daerah",
        ),
    ),
    (
        "Program Peningkatan Sarana dan Prasarana Aparatur",
        (
            "Pengadaan Peralatan Gedung Kantor",
            "Pemeliharaan Rutin/Berkala Gedung Kantor",
            "Pemeliharaan Rutin/Berkala Kendaraan Dinas/Operasional",
        ),
    ),
    (
        "Program Peningkatan Kapasitas Sumber Daya Aparatur",
        ("Pendidikan dan Pelatihan Formal", "Bimbingan Teknis Implementasi Peraturan Perundang-undangan"),
    ),
)

AGENCIES = (
    Agency(
        "Dinas Sosial",
        SOCIAL,
        (),
        (
            (
                "Program Pelayanan dan Rehabilitasi Kesejahteraan Sosial",
                ("Pelayanan Psikososial bagi PMKS", "Penanganan Masalah Strategis Tanggap Cepat Darurat", "Pendataan PMKS dan PSKS"),
            ),
            ("Program Pembinaan Anak Terlantar", ("Pelatihan Keterampilan Anak Terlantar", "Pembinaan Panti Asuhan")),
        ),
    ),
    Agency(
        "Dinas Perikanan",
        "3.25",
        (
            (
                "PROGRAM PENGELOLAAN PERIKANAN TANGKAP",
                ("Pengelolaan Penangkapan Ikan di Wilayah Sungai dan Danau", "Pemberdayaan Nelayan Kecil dalam Daerah"),
            ),
            (
                "PROGRAM PENGELOLAAN PERIKANAN BUDIDAYA",
                ("Pemberdayaan Pembudi Daya Ikan Kecil", "Pengelolaan Pembudidayaan Ikan"),
            ),
        ),
        (
            (
                "Program Pengembangan Budidaya Perikanan",
                ("Pengembangan Bibit Ikan Unggul", "Pendampingan Kelompok Pembudidaya Ikan", "Pembinaan Balai Benih"),
            ),
            ("Program Pengembangan Perikanan Tangkap", ("Pendampingan Kelompok Nelayan", "Rehabilitasi Tempat Pelelangan Ikan")),
        ),
    ),
    Agency(
        "Dinas Perpustakaan dan Kearsipan",
        "2.23",
        (
            (
                "PROGRAM PEMBINAAN PERPUSTAKAAN",
                ("Pengelolaan Perpustakaan Tingkat Daerah", "Pembudayaan Gemar Membaca Tingkat Daerah"),
            ),
            ("PROGRAM PENGELOLAAN ARSIP", ("Pengelolaan Arsip Dinamis Daerah", "Pengelolaan Arsip Statis Daerah")),
        ),
        (
            (
                "Program Pengembangan Budaya Baca",
                ("Penyediaan Bahan Pustaka Perpustakaan Umum", "Publikasi dan Sosialisasi Minat Baca", "Perpustakaan Keliling"),
            ),
            ("Program Penyelamatan dan Pelestarian Dokumen Daerah", ("Pendataan Dokumen Daerah", "Penataan Arsip Inaktif")),
        ),
    ),
)


def programs_of(dice: Dice, agency: Agency, year: int, levels: int) -> tuple[Name, ...]:
    """The programs with what they consist of, so many levels deep."""
    if year < NEW_NAMES_SINCE:
        return _old(dice, agency, levels)
    return tuple(_shorn(name, levels) for name in _new(dice, agency))


def _old(dice: Dice, agency: Agency, levels: int) -> tuple[Name, ...]:
    chosen = (*dice.some_of(_OLD_SUPPORT, dice.between(1, 3)), *agency.old)
    return tuple(
        _shorn(Name(text, f"{place:02}", tuple(Name(part, f"{place:02}.{n:02}") for n, part in enumerate(parts, start=1))), min(levels, 2))
        for place, (text, parts) in enumerate(chosen, start=1)
    )


def _new(dice: Dice, agency: Agency) -> tuple[Name, ...]:
    support = Name("PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA", f"{agency.urusan}.01", _listed(dice, agency, "X.XX.01"))
    if agency.urusan == SOCIAL:
        known = [row for row in rows("nomenklatur_sosial") if row["level"] == "program" and row["kode"].startswith(SOCIAL)]
        own = [Name(row["nama"], row["kode"], _listed(dice, agency, row["kode"])) for row in known if not row["kode"].endswith(".01")]
        return (support, *dice.some_of([name for name in own if name.parts], dice.between(2, 4)))
    made = []
    for place, (text, parts) in enumerate(agency.new, start=2):
        code = f"{agency.urusan}.{place:02}"
        kegiatan = tuple(_with_subs(dice, part, f"{code}.2.{n:02}") for n, part in enumerate(parts, start=1))
        made.append(Name(text, code, kegiatan))
    return (support, *made)


def _with_subs(dice: Dice, text: str, code: str) -> Name:
    made = ("Pendataan dan Pemetaan", "Pembinaan dan Pengawasan", "Penyediaan Sarana")
    about = text.split(" ", 1)[1]
    chosen = dice.some_of(made, dice.between(1, 3))
    return Name(text, code, tuple(Name(f"{word} {about}", f"{code}.{place:02}") for place, word in enumerate(chosen, start=1)))


def _listed(dice: Dice, agency: Agency, program: str) -> tuple[Name, ...]:
    """Some kegiatan of the nomenclature with some of their sub kegiatan."""
    kegiatan = [row for row in rows("nomenklatur_sosial") if row["level"] == "kegiatan" and row["kode"].startswith(f"{program}.2.")]
    made = []
    for one in dice.some_of(kegiatan[:9], dice.between(2, 4)):
        subs = [row for row in rows("nomenklatur_sosial") if row["level"] == "sub_kegiatan" and row["kode"].startswith(f"{one['kode']}.")]
        parts = tuple(Name(row["nama"], _coded(agency, row["kode"])) for row in dice.some_of(subs, dice.between(1, 4)))
        if parts:
            made.append(Name(one["nama"], _coded(agency, one["kode"]), parts))
    return tuple(made)


def _coded(agency: Agency, code: str) -> str:
    return code.replace("X.XX", agency.urusan)


def _shorn(name: Name, levels: int) -> Name:
    """The name with so many levels, itself included."""
    return Name(name.text, name.code, tuple(_shorn(part, levels - 1) for part in name.parts) if levels > 1 else ())


INDICATORS = (
    ("Persentase pelayanan dasar yang memenuhi standar", "%"),
    ("Persentase penduduk rentan yang terlayani", "%"),
    ("Indeks Kepuasan Masyarakat", "Indeks"),
    ("Nilai SAKIP Perangkat Daerah", "Nilai"),
    ("Jumlah kelompok binaan yang aktif", "Kelompok"),
    ("Persentase kenaikan produksi unggulan", "%"),
    ("Jumlah pengunjung layanan", "Orang"),
    ("Cakupan desa yang dibina", "%"),
    ("Tingkat partisipasi lembaga masyarakat", "%"),
    ("Persentase temuan pemeriksaan yang ditindaklanjuti", "%"),
)
