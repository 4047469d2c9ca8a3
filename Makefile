# The front door. It needs python3 (3.11 or later) with pip, and makes its own .venv.
.PHONY: demo test everything check lint types contract docs bench bench-growth fuzz clean
# Where .venv is active, python3 is the one in it, which has no pip: look past it.
PYTHON ?= $(shell PATH="$(subst $(CURDIR)/.venv/bin:,,$(PATH))" command -v python3 || echo python3)
INSTALL = $(PYTHON) -m pip --python .venv/bin/python --disable-pip-version-check install -qq

demo: .venv/.installed  ## one answer from the shipped data
	@.venv/bin/actorgraph show IS-K

test: .venv/.testing  ## the suite, save what is slow or needs a browser: about a minute
	@.venv/bin/pytest -n auto -m "not slow and not browser"

everything: .venv/.testing  ## the slow tests and those in a browser too: real shells, files of hundreds of megabytes; more examples a law
	@.venv/bin/pytest -n auto --hypothesis-profile=wide

check: lint types contract everything  ## what has to pass before a change goes in

lint: .venv/.testing
	@.venv/bin/ruff check .

types: .venv/.testing
	@.venv/bin/mypy

contract: .venv/.testing
	@.venv/bin/lint-imports --no-logo

docs: .venv/.testing  ## put true output under every command shown in the docs
	@.venv/bin/python tests/consoles.py

bench: .venv/.testing  ## starts; pictures, what an eye stumbles over; proofs of balance beside general solvers (extra bench); exports of 100,000 ties; the page in a browser
	@.venv/bin/python bench/start.py
	@.venv/bin/python bench/pictures.py
	@.venv/bin/python bench/balance.py
	@.venv/bin/python bench/formats.py
	@.venv/bin/python bench/viewer.py

bench-growth: .venv/.testing  ## time and memory of every command at 100 to 100,000 relations, into docs/performance.md; half an hour
	@.venv/bin/python bench/growth.py

fuzz: .venv/.testing  ## two minutes of strange files; longer: .venv/bin/python tests/fuzz.py --help
	@.venv/bin/python tests/fuzz.py

clean:
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build

# pip comes from outside, so this works where Python has no ensurepip (Debian without python3-venv).
.venv/bin/python:
	@$(PYTHON) -m venv --without-pip .venv

.venv/.installed: .venv/bin/python pyproject.toml
	@echo "Installing actorgraph into .venv ..." >&2 && $(INSTALL) --editable . && touch $@

.venv/.testing: .venv/bin/python pyproject.toml
	@echo "Installing actorgraph and its test tools into .venv ..." >&2 && $(INSTALL) --editable '.[test]' && touch $@ .venv/.installed
