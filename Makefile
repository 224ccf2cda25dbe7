# Two commands do everything, set-up included:
#   make issue   builds the sample issue into dist/issue-001
#   make test    format, lint, types, tests
PYTHON ?= python3
ISSUE ?= issue-001
VENV := .venv
BIN := $(VENV)/bin

.PHONY: issue test check-code tests bench photos catalogue wheel clean

issue: $(VENV)/.installed
	$(BIN)/newsletter build $(ISSUE)

test: check-code tests

check-code: $(VENV)/.installed-dev
	$(BIN)/ruff format --check -q newsletter tests
	$(BIN)/ruff check -q newsletter tests
	$(BIN)/mypy

tests: $(VENV)/.installed-dev
	$(BIN)/pytest -n 2 --dist worksteal

bench: $(VENV)/.installed-bench
	$(BIN)/python -m tests.bench

photos: $(VENV)/.installed-dev
	$(BIN)/python -m tests.studio issues

catalogue: $(VENV)/.installed-dev
	$(BIN)/python -m tests.catalogue --update

wheel: $(VENV)/.installed-dev
	$(BIN)/python -m build --wheel --outdir build

clean:
	rm -rf dist build $(VENV)

$(VENV)/.python:
	@.ci/system-libraries $(PYTHON)
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.python pyproject.toml $(wildcard newsletter/locale/*/*/*.po)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	$(BIN)/python -m compileall -q newsletter
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@.ci/browser
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

$(VENV)/.installed-bench: $(VENV)/.installed-dev
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@
