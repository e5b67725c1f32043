"""Writes docs/skema.md from the schema and the suite, so that the page cannot say something else than the code."""

from __future__ import annotations

import sys

from pipeline import schema, suite
from pipeline.schema import Field, Schema
from pipeline.suite import Check

START = """# Skema data bersih

*Dihasilkan dari `pipeline/schema.py` dan `pipeline/suite.py`; jangan disunting.*

Setiap pemeriksaan menulis tabel-tabel berikut ke `data/clean/`, untuk semua laporan sekaligus: `NAMA.parquet` untuk mesin dan
`NAMA.csv` untuk orang. Bentuknya panjang: satu baris untuk satu isian sel atau satu angka di dalam kalimat. Setiap baris membawa
teks tercetak dan tempatnya. Masukan yang sama menghasilkan berkas yang sama, bita demi bita.

- **Angka** disimpan persis sebagai `decimal128(38, 8)`, tidak pernah sebagai bilangan biner. Yang tidak muat tetap ada sebagai teks di
  `value_text`, dengan catatan di `note`. Jangan merata-ratakan kolom ini dengan pandas atau DuckDB: keduanya beralih ke bilangan biner.
- **Lubang** (sel kosong, `-`, `n/a`, rentang) tidak dibuang dan bukan nol: `value` kosong dan `hole` menyebut alasannya.
- **Teks kosong** disimpan sebagai null.
- **Kunci** sebuah baris ditulis di bawah nama tabelnya. `document` + `table` menunjuk ke `tables`, ditambah `row` ke `rows`.
- Ukuran `jumlah` dan `lain` disimpan di `budget_lines` bila tabelnya tentang anggaran, selain itu di `indicators`.

## CSV untuk Excel

Titik koma sebagai pemisah dan koma sebagai tanda desimal, sebab begitulah Excel berpengaturan Indonesia membukanya dengan klik dua
kali; UTF-8 dengan penanda di awal berkas (BOM), sebab tanpa itu Excel mengira sandi lama. Bilangan tanpa pemisah ribuan, jadi tetap
bilangan. Teks yang akan dijalankan sebagai rumus (diawali `=`, `+`, `-`, `@`, tab, atau ganti baris) atau diubah menjadi bilangan atau
tanggal (`1.10`, `92,40`, `1-2`) diawali tanda petik `'`, seperti bila diketik di Excel. Untuk diolah program, pakailah Parquet.
"""

GATES = """
## Yang dijamin

Great Expectations memeriksa data ini sekali untuk seluruh kumpulan, sebelum laporan hasil ditulis, dan tidak lagi selama datanya tidak
berubah. Yang dijanjikan program sendiri harus terpenuhi pada setiap baris; yang bergantung pada cetakan laporan cukup pada sebagian
besar baris (dan beberapa baris selalu boleh ganjil), sebab laporan yang keliru bukan data yang rusak. Kolom `cek_...`, `persen`, `isi`
hanya dibuat untuk pemeriksaan itu.

| tabel | kolom | harapan | paling sedikit |
| --- | --- | --- | --- |
"""


def markdown() -> str:
    """The whole page."""
    tables = "".join(map(_table, schema.SCHEMAS))
    return START + tables + GATES + "".join(map(_promise, suite.clean_checks()))


def _table(table: Schema) -> str:
    rows = "".join(map(_field, table.fields))
    key = ", ".join(f"`{name}`" for name in table.key)
    title = f"\n## {table.name}\n\n{table.title[0].upper()}{table.title[1:]}. Kunci: {key}.\n"
    return f"{title}\n| kolom | isi | arti |\n| --- | --- | --- |\n{rows}"


def _field(field: Field) -> str:
    kind = field.kind.value if field.required else f"{field.kind.value}, boleh kosong"
    return f"| `{field.name}` | {kind} | {field.meaning} |\n"


def _promise(check: Check) -> str:
    columns = ", ".join(f"`{name}`" for name in check.columns)
    return f"| {check.table} | {columns} | {check.says} | {check.mostly} % |\n"


if __name__ == "__main__":
    sys.stdout.write(markdown())
