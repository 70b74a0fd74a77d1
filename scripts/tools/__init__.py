"""Formulas of the tools, and what each shows in the page without JavaScript.

Each module has its formulas as plain functions and ``equivalent(data)``: what the template
``overrides/blocks/tool-<name>.html`` needs. The twin that runs in the browser is
``docs/assets/javascripts/tools/<name>.mjs``; tests/test_tools.py holds the two to the same numbers.
The maker of sheets (``kit``) reckons nothing: here it has only its list.
"""

from scripts.tools import before_you_book, burn_time, kit, pressure, table_load

TOOLS = {
    "before-you-book": before_you_book,
    "burn-time": burn_time,
    "kit": kit,
    "pressure": pressure,
    "table-load": table_load,
}
