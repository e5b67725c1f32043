"""Figures of offices that do not exist: the tables that most pages show. Line breaks are those of the page."""

from __future__ import annotations

KEGIATAN = (
    ("No", "Kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "%"),
    ("1", "Pembinaan kelompok tani\nhutan di desa penyangga", "412.500.000", "398.214.650", "96,54"),
    ("2", "Pengadaan bibit", "1.275.000.000", "1.190.880.000", "93,40"),
    ("3", "Pelatihan pengolahan\nmadu hutan dan rotan", "86.400.000", "86.400.000", "100,00"),
    ("4", "Patroli terpadu", "640.000.000", "512.000.000", "80,00"),
    ("", "Jumlah", "2.413.900.000", "2.187.494.650", "90,62"),
)
KEGIATAN_WIDTHS = (30, 190, 95, 95, 55)
KEGIATAN_SIDES = "clrrr"

KINERJA = (
    ("No", "Sasaran", "Indikator", "Satuan", "Target", "Realisasi"),
    ("1", "Meningkatnya tutupan\nhutan rakyat", "Luas hutan rakyat yang\nditanami kembali", "Hektare", "1.250", "1.184"),
    ("2", "Menurunnya kebakaran\nlahan", "Jumlah titik api", "Titik", "40", "52"),
    ("3", "Meningkatnya pendapatan\nkelompok tani hutan", "Rata-rata pendapatan\nanggota setahun", "Rupiah", "18.500.000", "17.925.000"),
)
KINERJA_WIDTHS = (28, 125, 125, 55, 65, 65)
KINERJA_SIDES = "cllcrr"

PEGAWAI = (
    ("Golongan", "Pria", "Wanita", "Jumlah"),
    ("IV", "12", "9", "21"),
    ("III", "64", "71", "135"),
    ("II", "18", "10", "28"),
    ("Jumlah", "94", "90", "184"),
)
PEGAWAI_WIDTHS = (70, 45, 45, 50)
PEGAWAI_SIDES = "lrrr"

ASET = (
    ("Jenis aset", "Unit", "Nilai (Rp)"),
    ("Tanah", "14", "9.320.000.000"),
    ("Kendaraan", "37", "4.118.750.000"),
    ("Gedung", "8", "12.604.300.000"),
)
ASET_WIDTHS = (80, 45, 90)
ASET_SIDES = "lrr"
