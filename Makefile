# Each target is one line: the work is in `python -m scripts`.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python -m scripts

.PHONY: serve build check fix test report bench ready-to-publish overdue clean

serve: $(VENV)/site.done ; $(RUN) serve
build: $(VENV)/site.done ; $(RUN) build
check: $(VENV)/site.done ; $(RUN) check
fix: $(VENV)/site.done ; $(RUN) fix
report: $(VENV)/site.done ; $(RUN) report
bench: $(VENV)/site.done ; $(RUN) bench
ready-to-publish: $(VENV)/site.done ; $(RUN) ready
overdue: $(VENV)/site.done ; $(RUN) overdue
test: $(VENV)/test.done ; $(VENV)/bin/python -m scripts.browser && $(RUN) build && $(VENV)/bin/python -m pytest
clean: ; rm -rf .build .venv site

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11, 5) else "Python 3.11.5 or newer is needed; this is " + sys.version.split()[0] + ". Call make with PYTHON=path-to-a-newer-python.")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.done: requirements/site.txt $(VENV)/bin/python
	$(VENV)/bin/python -m pip install --quiet --require-hashes -r $<
	@touch $@

$(VENV)/test.done: requirements/test.txt $(VENV)/site.done
	$(VENV)/bin/python -m pip install --quiet --require-hashes -r $<
	@touch $@
