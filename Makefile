# Two commands: `make reconcile` audits data/raw, `make test` tests the program. Both set themselves up on first use.

RAW  = data/raw
ARGS =
JOBS = 2

VENV  = .venv
PY    = $(VENV)/bin/python
LAKIP = $(VENV)/bin/lakip
RUN   = @sh scripts/bootstrap.sh run
DEV   = @sh scripts/bootstrap.sh dev

LINTED = $(wildcard extractors rules pipeline scripts tests)

.PHONY: help reconcile serve test lint format bench bench-detection docs picture samples templates lock clean distclean

help:
	@echo "make reconcile   periksa semua laporan di data/raw / audit every report in data/raw"
	@echo "                 RAW=folder (folder Anda sendiri / your own), ARGS=\"--lang en --jobs 4\""
	@echo "make serve       reviu di peramban / review in a browser       (RAW, ARGS)"
	@echo "make test        uji program / run the tests            (ARGS=\"-k jm01\")"
	@echo "make lint        periksa aturan rumah / check the house rules"
	@echo "make format      rapikan kode / format the code"
	@echo "make bench       ukur kecepatan dan ketepatan / measure speed and accuracy (ARGS=\"folder --pages 8\")"
	@echo "make bench-detection  taruh kesalahan dalam laporan yang benar, hitung yang ditemukan / put slips into right reports, count what is found"
	@echo "make docs        tulis ulang docs/ yang dihasilkan / regenerate the generated docs"
	@echo "make picture     buat ulang gambar README dan panduan / remake the pictures of README and guide"
	@echo "make samples     buat ulang contoh di data/raw / remake the samples in data/raw"
	@echo "make templates   buat ulang templat Word / remake the Word templates"
	@echo "make clean       hapus hasil; data/raw dan keputusan tetap / remove results; data/raw and decisions stay"

# 1: findings at or above --fail-on; 3: some documents could not be read. Both were reported, and the job is done.
reconcile:
	$(RUN)
	@$(LAKIP) reconcile "$(RAW)" --out reports --clean data/clean $(ARGS) || { code=$$?; test $$code -eq 1 || test $$code -eq 3 || exit $$code; }

serve:
	$(RUN)
	@$(LAKIP) serve "$(RAW)" $(ARGS)

test:
	$(DEV)
	@$(PY) -m pytest -n $(JOBS) $(ARGS)

lint:
	$(DEV)
	@sh scripts/lint.sh $(LINTED)

format:
	$(DEV)
	@$(PY) -m ruff check --fix --quiet $(LINTED) || true
	@$(PY) -m ruff format $(LINTED)

bench:
	$(DEV)
	@$(PY) -m pipeline.bench $(ARGS)

# The reports are printed by the renderers of the samples, which lie in scripts.
bench-detection:
	$(DEV)
	@PYTHONPATH=scripts $(PY) -m pipeline.bench_detection $(ARGS)

docs:
	$(DEV)
	@$(PY) scripts/make_docs.py $(ARGS)

picture:
	$(DEV)
	@PYTHONPATH=. $(PY) scripts/make_picture.py

samples:
	$(DEV)
	@$(PY) scripts/make_samples.py $(ARGS)

templates:
	$(DEV)
	@$(PY) scripts/make_templates.py $(ARGS)

lock:
	@sh scripts/lock.sh

# The environment stays: setting it up again needs the network; so does what a compiler built. `make distclean` removes both.
clean:
	@sh scripts/clean.sh

distclean: clean
	@rm -rf $(VENV) extractors/pdfium/walk-*.so extractors/pdfium/.walk-*.so
