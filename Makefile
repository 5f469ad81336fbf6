# Two commands: `make demo` shows cityrel at work, `make test` checks it.
# Both set up what they need in .venv and are quick the second time.

SHELL := /bin/sh
.DEFAULT_GOAL := help

PORT ?= 8000
DEMO_STORE ?= demo-store
WORKERS ?= auto

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev
NODE := $(VENV)/.node
NPM := $(BIN)/python frontend/npm.py
BUNDLE := src/cityrel/web/static/dist/manifest.json
PACKAGES := frontend/node_modules/.package-lock.json
SOURCES := $(shell find frontend -name node_modules -prune -o -type f -not -name '*.test.ts' -print)
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet

.PHONY: help demo test lint types tests benchmarks lock clean

help:
	@echo "make demo         the sample articles through the whole road, then http://127.0.0.1:8000 (PORT=8001 for another)"
	@echo "make test         lint, types and all tests"
	@echo "make benchmarks   the figures of docs/figures.md, measured here"
	@echo "make lock         the requirement files anew from pyproject.toml (needs uv)"
	@echo "make clean        takes away what the other commands made"

demo: $(INSTALLED)
	@$(BIN)/cityrel demo --store "$(DEMO_STORE)" --port "$(PORT)"

test: lint types tests

lint: $(INSTALLED_DEV)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(NPM) run --silent lint

types: $(INSTALLED_DEV)
	@$(BIN)/mypy

tests: $(INSTALLED_DEV)
	@$(NPM) run --silent test
	@$(BIN)/cityrel gazetteer > /dev/null
	@$(BIN)/pytest -q -n "$(WORKERS)"

benchmarks: $(INSTALLED)
	@for script in pipeline extraction endpoint; do $(BIN)/python "benchmarks/$$script.py" || exit 1; done

$(BIN)/python:
	@for python in python3.13 python3.12 python3.11 python3 python; do \
		if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "Making $(VENV) with $$($$python --version)"; \
			$$python -m venv $(VENV) && exit 0; \
			echo "$$python cannot make a virtual environment: install its venv module (Debian: python3-venv)" >&2; \
			rm -rf $(VENV); exit 1; \
		fi; \
	done; \
	echo "cityrel needs Python 3.11 or newer: install it so that python3 or python3.11 finds it" >&2; exit 1

# A Node.js for the build of the web pages' scripts, only where the machine has none that is new enough.
$(NODE): requirements-node.txt frontend/npm.py | $(BIN)/python
	@$(NPM) --version > /dev/null 2>&1 || $(PIP) install --require-hashes -r requirements-node.txt
	@touch $@

$(PACKAGES): frontend/package-lock.json frontend/.npmrc | $(NODE)
	@echo "Installing what the scripts of the web pages are built from"
	@$(NPM) ci --ignore-scripts --no-progress --loglevel=error
	@touch $@

$(BUNDLE): $(SOURCES) $(PACKAGES)
	@echo "Building the scripts of the web pages"
	@$(NPM) run --silent build -- --logLevel=warn
	@touch $@

$(INSTALLED): requirements.txt pyproject.toml | $(BIN)/python $(BUNDLE)
	@echo "Installing what cityrel needs (a minute or two the first time)"
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-build-isolation --no-deps --no-index -e .
	@touch $@

$(INSTALLED_DEV): requirements-dev.txt $(INSTALLED)
	@echo "Installing what the tests need"
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

lock:
	$(LOCK) --group build pyproject.toml -o requirements.txt
	$(LOCK) --group dev pyproject.toml -o requirements-dev.txt
	$(LOCK) --group node -o requirements-node.txt

clean:
	rm -rf $(VENV) $(DEMO_STORE) .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist \
		frontend/node_modules src/cityrel/web/static/dist
