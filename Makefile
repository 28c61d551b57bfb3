# Thin on purpose: each target calls one thing that can also be called by hand.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
SERVE_READY := $(VENV)/.serve-ready
CHECK_READY := $(VENV)/.check-ready
TEST_READY := $(VENV)/.test-ready
MADE := $(VENV)/.made

.DEFAULT_GOAL := help
.PHONY: help serve test test-quick test-all budget screens soak bench build content translations language pseudo settings lock audit clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

serve: build ## install, build, migrate and serve Limber (PORT, HOST, LIMBER_INSTANCE)
	@$(VENV)/bin/limber serve

test: $(TEST_READY) build ## everything that must hold: lint, types, unit, Node and browser tests
	@$(PY) -m tests

test-quick: $(CHECK_READY) build ## the same without a browser and without building the wheel
	@$(PY) -m tests --quick

test-all: $(TEST_READY) build ## the same with the long sweeps: every page, theme and direction
	@$(PY) -m tests --all

budget: $(TEST_READY) build ## bytes and requests of each kind of page against the budget
	@$(PY) -m tests.budget

screens: $(TEST_READY) build ## pictures of every kind of page in .build/screens, and the manifest's (ONLY=words)
	@$(PY) -m tests.screens $(ONLY)

soak: $(TEST_READY) build ## the player for long, 100,000 odd inputs to all parsers, faults (ONLY=inputs, MINUTES=2, COUNT=1000, SEED=…, ONLY=faults FAULT=locked SHORT=1)
	@$(PY) -m tests.soak $(ONLY) $(if $(FAULT),--only $(FAULT)) $(if $(SHORT),--short) $(if $(MINUTES),--minutes $(MINUTES)) $(if $(COUNT),--count $(COUNT)) $(if $(SEED),--seed $(SEED))

bench: $(TEST_READY) build ## reminders and pages under load, and pages by Lighthouse, against their bars, half an hour (ONLY=rates, MINUTES=10; ONLY=web; ONLY=lighthouse)
	@$(PY) -m tests.bench $(ONLY) $(if $(MINUTES),--minutes $(MINUTES))

build: $(SERVE_READY) ## catalogs, third-party files, bundles; does nothing twice
	@$(PY) hatch_build.py

content: build ## check every exercise, routine and source
	@$(VENV)/bin/limber content check

translations: build ## bring every catalog up to date with templates, code and content
	@$(PY) -m tests.translations.catalogs update

language: build ## make the catalogs of a language, say what is missing, offer it at 100 % (TAG=pt-BR NAME=Português)
	@$(PY) -m tests.translations.language "$(TAG)" "$(NAME)"

pseudo: $(CHECK_READY) build ## serve a longer, accented English: shows what is not translated, and what overflows (PORT)
	@$(PY) -m tests.translations.pseudo

settings: build ## the settings table of README, as it should be
	@$(VENV)/bin/limber settings

lock: ## resolve the dependencies again into constraints*.txt
	@$(PYTHON) -m venv .build/lock && .build/lock/bin/pip --quiet install uv==0.13.9
	@for extra in "" build test audit; do \
	  .build/lock/bin/uv pip compile pyproject.toml $${extra:+--extra $$extra} --upgrade --quiet \
	    --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    --no-emit-index-url --no-emit-find-links -o constraints$${extra:+-$$extra}.txt; done

audit: $(SERVE_READY) ## what is known against the pinned versions, Python's and JavaScript's; asks their registries
	@$(PY) -m tests.audit

clean: ## remove what was built and installed; your data in instance/ stays
	rm -rf $(VENV) .build .wheelhouse static/built static/vendor tests/js/node_modules tests/lighthouse/node_modules
	find translations -name '*.mo' -delete -o -name '*.stamp' -delete

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Limber needs Python 3.11 or newer: set PYTHON to one, for example make PYTHON=python3.12")'
	@echo "making the environment in $(VENV) (once, about a minute)"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) --version >/dev/null
	@touch $@

$(SERVE_READY): constraints-build.txt pyproject.toml | $(MADE)
	@echo "installing what Limber needs"
	@$(PIP) install --require-hashes -r constraints-build.txt
	@$(PY) hatch_build.py
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(CHECK_READY): constraints-test.txt tests/js/package-lock.json | $(SERVE_READY)
	@echo "installing what the tests need"
	@$(PIP) install --require-hashes -r constraints-test.txt
	@$(PY) -m tests.install checkers database machines
	@touch $@

$(TEST_READY): constraints.txt | $(CHECK_READY)
	@$(PY) -m tests.install browser wheelhouse
	@touch $@
