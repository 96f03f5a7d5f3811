# `make run` and `make test` need Python 3.11+, make and git; all else they fetch into .tools/ and .venv/.
# Kept to what GNU make 3.81 knows, the one that macOS ships.

BIN     := .venv/bin
UV      := .tools/bin/uv
EXAMPLE := examples/india-1000-h100.yaml
GATED   := src/weighbridge/core/*,src/weighbridge/engine/*,src/weighbridge/law/*,src/weighbridge/ledger/*.py
WORKERS ?= 2
# The tests are run as if it were this day, so that none comes to depend on the day on which it is run.
CLOCK   ?= 2031-06-15

# The Python that was found is the one that is used, and another project's active environment is none of ours.
export UV_PYTHON_DOWNLOADS := never
unexport VIRTUAL_ENV
# PYTHON=... on the command line reaches scripts/fetch-uv.
export PYTHON

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup run test lint types contract check-law pytest format lock bench bench-names soak-ledger bench-ledger clean

help: ## say what each target does
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: .venv/.synced ## set everything up, and do no more

run: .venv/.synced ## set everything up and answer a real request
	@printf '\n$$ weighbridge determine %s\n\n' '$(EXAMPLE)'
	@$(BIN)/weighbridge determine $(EXAMPLE)
	@printf '\nGo on with:\n'
	@printf '  %s\n' \
		'$(BIN)/weighbridge ask                               the interview: it asks only what can change the answer' \
		'$(BIN)/weighbridge determine $(EXAMPLE) --format json' \
		'$(BIN)/weighbridge classify nvidia-h100-sxm5         the ECCN paragraph of a chip' \
		'$(BIN)/weighbridge law list                          the law that is encoded'

test: lint types contract check-law pytest ## set everything up and run every test that CI runs

lint: .venv/.synced ## style, and the formatter's opinion
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.synced ## mypy, strict
	$(BIN)/mypy

contract: .venv/.synced ## which package may import which
	$(BIN)/lint-imports

check-law: .venv/.synced ## every section's cases, sources and citations
	$(BIN)/weighbridge law check

pytest: .venv/.synced ## the tests; every branch of core, engine, law and the ledger's rules must be run
	$(BIN)/pytest -n $(WORKERS) --clock $(CLOCK) --cov --cov-report=
	$(BIN)/coverage report --include='$(GATED)' --fail-under=100

format: .venv/.synced ## rewrite the code as `make lint` wants it
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(UV) ## resolve the dependencies anew, after a change of pyproject.toml
	$(UV) lock --python "$$(cat .tools/python)"

bench-names: .venv-bench-names/.synced ## measure how well and how fast names are matched
	.venv-bench-names/bin/python -m benchmarks.names

bench: .venv-bench/.synced ## compare with other rule engines
	.venv-bench/bin/python -m benchmarks

soak-ledger: .venv/.synced ## the ledger's load and crash tests in full: some ten minutes
	$(BIN)/python -m tests.ledger.soak

bench-ledger: .venv/.synced ## the ledger's stores beside their floors
	$(BIN)/python -m benchmarks.ledger

clean: ## remove what the other targets made
	rm -rf .tools .venv .venv-bench .venv-bench-names .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache dist
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: the second run starts at once, and a change of the lock brings the environment up to date.
$(UV): scripts/fetch-uv
	@scripts/fetch-uv .tools
	@touch $@

.venv/.synced: $(UV) uv.lock pyproject.toml
	$(UV) sync --frozen --quiet --all-extras --python "$$(cat .tools/python)"
	@touch $@

.venv-bench/.synced: $(UV) uv.lock pyproject.toml
	UV_PROJECT_ENVIRONMENT=.venv-bench $(UV) sync --frozen --quiet --no-dev --all-extras --group benchmarks --python "$$(cat .tools/python)"
	@touch $@

.venv-bench-names/.synced: $(UV) uv.lock pyproject.toml
	UV_PROJECT_ENVIRONMENT=.venv-bench-names $(UV) sync --frozen --quiet --all-extras --group bench-names --python "$$(cat .tools/python)"
	@touch $@
