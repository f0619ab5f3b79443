# Newsroom: `make run` and `make test` are all most people need; `make help` lists the rest.

PYTHON ?= python3
PORT ?= 8000
NEWSROOM_ADDRESS ?= 127.0.0.1
NEWSROOM_ENVIRONMENT ?= development
NEWSROOM_SITE_URL ?= http://$(NEWSROOM_ADDRESS):$(PORT)
export PORT NEWSROOM_ADDRESS NEWSROOM_ENVIRONMENT NEWSROOM_SITE_URL

VENV := .venv
IN_VENV := $(VENV)/bin
MANAGE := $(IN_VENV)/python manage.py
UV := $(shell command -v uv 2>/dev/null)
TEST_WORKERS ?= 2

ifdef UV
INSTALL = $(UV) pip install --quiet --python $(1)/bin/python --require-hashes -r $(2)
else
INSTALL = $(1)/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r $(2)
endif

# Made by `make test-next`: the newest Python on this machine that is newer than the base.
NEXT_VENV := .venv-next

define CHECK_PYTHON
import sys
if sys.version_info < (3, 11):
    sys.exit("Newsroom needs Python 3.11 or newer, and this is %d.%d: name another one, such as `make PYTHON=python3.12 run`." % sys.version_info[:2])
endef
define CHECK_PORT
import os, socket, sys
address, port = os.environ["NEWSROOM_ADDRESS"], os.environ["PORT"]
if not port.isdigit() or not 0 < int(port) < 65536:
    sys.exit("PORT is %r: expected a number from 1 to 65535." % port)
try:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((address, int(port)))
except OSError as error:
    sys.exit("Cannot serve on %s port %s (%s): name another one, such as `make PORT=8001 run`." % (address, port, error.strerror))
endef
export CHECK_PYTHON CHECK_PORT

.PHONY: help run demo test test-next lint messages lock bench faults site-check clean
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

run: $(VENV)/core-installed ## set up, load seeds/ and serve on http://127.0.0.1:8000 (PORT=... for another port)
	@$(IN_VENV)/python -c "$$CHECK_PORT"
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) loadseeds --publish $(REPORTS) || [ $$? -eq 1 ]
	@$(MANAGE) collectstatic --no-input --verbosity 0
	@$(MANAGE) createaccounts
	@echo "Readers:  $(NEWSROOM_SITE_URL)/"
	@echo "The desk: $(NEWSROOM_SITE_URL)/admin/   (Ctrl-C stops both)"
	@exec $(IN_VENV)/python -m gunicorn --config python:newsroom.gunicorn newsroom.wsgi

demo: export DATABASE_URL := sqlite:///var/demo.sqlite3
demo: $(VENV)/core-installed ## as run, in a database of its own, with made-up reports and drawn pictures and a notice that says so
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) createaccounts >/dev/null
	@$(IN_VENV)/python -m tests.demo
	@NEWSROOM_NOTICE="$(DEMO_NOTICE)" $(MAKE) --no-print-directory run REPORTS="seeds tests/reports"
DEMO_NOTICE := For demonstration: most reports, people and outlets on this site are made up.

test: $(VENV)/test-installed ## set up and run every test, first on SQLite, then those of the database on PostgreSQL
	@$(IN_VENV)/python -m pytest -q -n $(TEST_WORKERS) --dist worksteal; on_sqlite=$$?; \
	    NEWSROOM_TEST_DATABASE=postgresql $(IN_VENV)/python -m pytest -q -n $(TEST_WORKERS) --dist worksteal && exit $$on_sqlite

test-next: ## the tests on Python 3.12 or newer with Django 6, where such a Python is found
	@for python in $(NEXT_PYTHON) python3.14 python3.13 python3.12 "$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/3.1[234]*/bin/python3; do \
	    if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then \
	        exec $(MAKE) --no-print-directory PYTHON="$$python" VENV=$(NEXT_VENV) test; \
	    fi; \
	done; echo "No Python 3.12 or newer found, so the tests on Django 6 were left out."

lint: $(VENV)/dev-installed ## style, types, templates, migrations and the settings of a production site
	@$(IN_VENV)/python -m ruff check .
	@$(IN_VENV)/python -m ruff format --check .
	@$(IN_VENV)/python -m mypy
	@$(IN_VENV)/python -m djlint --quiet --lint templates
	@$(MANAGE) makemigrations --check --dry-run
	@NEWSROOM_ENVIRONMENT=production NEWSROOM_SITE_URL=https://news.example.org DATABASE_URL= \
	    NEWSROOM_SECRET_KEY=$$($(IN_VENV)/python -c 'import secrets; print(secrets.token_urlsafe(60))') \
	    $(MANAGE) check --deploy --fail-level WARNING

messages: $(VENV)/test-installed ## bring the translations below locale/ up to date and compile them (NEW=fr begins a language)
	@$(IN_VENV)/python locale/messages.py $(NEW)

lock: ## resolve the dependencies of pyproject.toml anew into requirements*.txt (needs uv)
	uv pip compile $(LOCK) pyproject.toml -o requirements.txt
	uv pip compile $(LOCK) --extra postgres --extra redis --extra web -c requirements.txt pyproject.toml -o requirements-production.txt
	uv pip compile $(LOCK) --extra test -c requirements-production.txt pyproject.toml -o requirements-test.txt
	uv pip compile $(LOCK) --extra dev -c requirements-test.txt pyproject.toml -o requirements-dev.txt
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"

bench: $(VENV)/test-installed ## what README says about speed, measured here (QUICK=1 for the short form)
	@failed=0; for script in benchmarks/[a-z]*.py; do $(IN_VENV)/python $$script || failed=1; done; exit $$failed

faults: $(VENV)/test-installed ## the tests that kill, fill and cut things
	@$(IN_VENV)/python -m pytest -q -m faults

site-check: $(VENV)/test-installed ## every kind of public page in a browser: accessibility, width, weight, metadata, feeds (KIND=article for one)
	@$(IN_VENV)/python -m tests.site $(KIND)

clean: ## remove what the targets above made, the local database and accounts included
	rm -rf $(VENV) $(NEXT_VENV) var .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is newer than its lock as long as the environment holds what the lock says.

$(VENV)/made:
	@$(PYTHON) -c "$$CHECK_PYTHON"
	@echo "Setting up $(VENV) ..."
ifdef UV
	@$(UV) venv --quiet --clear --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')" $(VENV)
else
	@$(PYTHON) -m venv --clear $(VENV)
endif
	@touch $@

$(VENV)/core-installed: requirements.txt $(VENV)/made
	@$(call INSTALL,$(VENV),requirements.txt)
	@touch $@

$(VENV)/test-installed: requirements-test.txt $(VENV)/made
	@echo "Installing the tests' packages ..."
	@$(call INSTALL,$(VENV),requirements-test.txt)
	@touch $@ $(VENV)/core-installed

$(VENV)/dev-installed: requirements-dev.txt $(VENV)/made
	@echo "Installing the tools for lint ..."
	@$(call INSTALL,$(VENV),requirements-dev.txt)
	@touch $@ $(VENV)/core-installed $(VENV)/test-installed
