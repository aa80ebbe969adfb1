# Needs Python 3.11 or newer and make; everything else goes into .venv, pinned and hashed.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.PHONY: all venv nlp test lint bench fuzz lock case answers docs rules tiles evaluate clean

# `make case NAME` and `make case NAME=NAME` both work.
ifeq (case,$(firstword $(MAKECMDGOALS)))
NAME ?= $(word 2,$(MAKECMDGOALS))
ifneq (,$(word 2,$(MAKECMDGOALS)))
.PHONY: $(word 2,$(MAKECMDGOALS))
$(word 2,$(MAKECMDGOALS)): ; @:
endif
endif

## Set up, read the three articles, validate and publish the graph, ask it one question.
all: venv
	$(BIN)/kg build
	@echo
	$(BIN)/kg query count-by-candidate

venv: $(READY)

$(READY): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "kg needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --quiet --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --quiet --no-deps --no-build-isolation --editable .
	@touch $@

## Every check; the tests come last so that their verdict is the last line.
test: lint
	$(BIN)/pytest -n 2 --dist loadfile

lint: venv
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: venv nlp
	$(BIN)/python -m bench

## Ten minutes of fuzzing for each door that strangers' bytes come in by: make fuzz SECONDS=600
fuzz: venv
	$(BIN)/python -m tests.fuzz --seconds $(or $(SECONDS),600)

## The dependency parse that bench measures the reader against: 350 MB, in an environment of its own.
nlp: .venv-nlp/.ready

.venv-nlp/.ready: requirements-nlp.txt
	@test -x .venv-nlp/bin/python || $(PYTHON) -m venv .venv-nlp
	.venv-nlp/bin/python -m pip install --quiet --quiet --require-hashes -r requirements-nlp.txt
	@touch $@

## Draft the expectation of a new case: make case NAME
case: venv
	$(BIN)/python -m tests.write_case $(NAME)

## Write the expected answers of the saved queries and docs/queries.md anew, to be read before they are committed.
answers: venv
	$(BIN)/python -m tests.update_answers

## Make what is not written by hand anew: the help in docs/manual.md, and docs/ontology.html.
docs: venv
	$(BIN)/python -m docs.making

## Measure how often each rule of the reader is right; read the difference before committing it.
rules: venv
	$(BIN)/python -m tests.measure_rules

## Lay the councils of the report's map out anew, after a change of where they are.
tiles: venv
	$(BIN)/python -m tests.lay_tiles

## Measure the reading on the labelled articles; fails when a score is under its floor.
evaluate: venv
	$(BIN)/kg evaluate tests/labelled --floors tests/floors.toml

## Pin again after a change of dependencies; read the difference before committing it.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate pyproject.toml
lock: venv
	$(BIN)/python -m pip install --quiet --quiet uv
	$(LOCK) --output-file requirements.txt
	$(LOCK) --group dev --output-file requirements-dev.txt
	$(LOCK) --extra nlp --output-file requirements-nlp.txt

clean:
	rm -rf .venv .venv-nlp .kg dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
