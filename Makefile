# Everything is kept in .venv/ and output/; nothing else on the machine is touched, but for
# Debian's chromium (`make test`) and the outside judges (`make judge`), installed when missing.
# Needs: git, make, Python 3.11 or newer with venv and pip.

PORT ?= 8000
# The browser of the tests; another one: make test CHROMIUM=/path/to/it
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
export CHROMIUM

VENV := .venv
VPYTHON := $(VENV)/bin/python
INV := $(VENV)/bin/inv
PIP_INSTALL := $(VPYTHON) -m pip install --disable-pip-version-check --no-input
LOCKED := $(PIP_INSTALL) --require-hashes --no-build-isolation

# A virtual environment holds its own path, so the stamp is named after the folder:
# in a moved or copied folder it is made anew.
MADE := $(VENV)/made-$(shell pwd | cksum | cut -d' ' -f1)
ifneq ($(shell $(VPYTHON) -c 'print("works")' 2>/dev/null),works)
.PHONY: $(MADE)
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve check build new-network upgrade test judge lock clean chromium

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /make \1	/p' Makefile | expand -t 18

serve: $(VENV)/run.stamp ## set up, check, build, serve http://127.0.0.1:8000/ (PORT=), rebuild on change
	@$(INV) serve --port $(PORT)

check: $(VENV)/run.stamp ## say everything that is wrong in content/, with file and line
	@$(INV) check

build: $(VENV)/run.stamp ## build a preview into output/
	@$(INV) build

# Where a new network goes, or where one is.
FOLDER ?= ../verkosto

new-network: $(VENV)/run.stamp ## ask a few questions and make a new network's folder (FOLDER=../verkosto)
	@$(INV) new-network "$(FOLDER)"

upgrade: $(VENV)/run.stamp ## put this version of the program into a network's folder (FOLDER=../verkosto)
	@$(INV) upgrade "$(FOLDER)"

# A network's own folder holds no tests of the program: there only its content is checked.
ifneq ($(wildcard tests),)
test: $(VENV)/test.stamp chromium
else
test: $(VENV)/run.stamp
endif
test: ## set up (Chromium included), check the code's style and types, run all tests
	@$(INV) test

judge: $(VENV)/test.stamp ## install and run the outside judges listed in tests/judges/list.txt
	@sh tests/judges/all.sh

lock: $(VENV)/run.stamp ## look for newer versions and write the requirements*.lock files anew
	$(PIP_INSTALL) --quiet 'uv>=0.13'
	@$(INV) lock

clean: ## remove what was built and the caches (.venv stays)
	rm -rf output .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find plugins tests tasks.py pelicanconf.py publishconf.py -name __pycache__ -prune -exec rm -rf {} +
	rm -rf __pycache__
	@echo "removed output/ and the caches; .venv/ stays"

# The newest Python from 3.11 on that can make a virtual environment; another one: make PYTHON=…
$(MADE):
	@for python in $(PYTHON) python3.14 python3.13 python3.12 python3.11 python3; do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  found="$$python"; \
	  "$$python" -c 'import ensurepip, venv' 2>/dev/null || continue; \
	  echo "making .venv with $$("$$python" --version)"; \
	  "$$python" -m venv --clear $(VENV) && touch $(MADE); exit; \
	done; \
	if [ -n "$$found" ]; then \
	  echo "Python's venv is missing: apt-get install python3-venv (or your system's package for it), then again" >&2; \
	else \
	  echo "Python 3.11 or newer is needed, and $$( (python3 --version) 2>/dev/null || echo none) was found: install one, or name it with make PYTHON=/path/to/python3" >&2; \
	fi; exit 1

$(VENV)/run.stamp: $(MADE) pyproject.toml requirements-build.lock requirements.lock
	@echo "installing the locked packages into .venv (a minute or so the first time)"
	$(LOCKED) -r requirements-build.lock
	$(LOCKED) -r requirements.lock
	$(PIP_INSTALL) --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp requirements-test.lock
	@echo "installing the locked test tools into .venv"
	$(LOCKED) -r requirements-test.lock
	@touch $@

chromium:
ifeq ($(CHROMIUM),)
	@if ! command -v apt-get >/dev/null; then \
	  echo "The tests need Chromium: install it, then make test CHROMIUM=/path/to/chromium" >&2; exit 1; \
	elif [ "$$(id -u)" = 0 ]; then sudo=; \
	elif sudo -n true 2>/dev/null; then sudo=sudo; \
	else echo "The tests need Chromium: sudo apt-get install chromium" >&2; exit 1; fi; \
	echo "installing Debian's chromium for the browser tests"; \
	$$sudo env DEBIAN_FRONTEND=noninteractive sh -c \
	  'apt-get update -q && apt-get install -q -y --no-install-recommends chromium' </dev/null
endif
