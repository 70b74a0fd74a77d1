"""One rule, one module: ``check(project)`` yields problems and changes nothing.

A module that can mend what it finds also has ``fix(project)``.
"""

from scripts.rules import (
    addresses,
    answers,
    bare_safe,
    blocks,
    certainty_words,
    citations,
    dates,
    duplicates,
    field_tables,
    file_names,
    forbidden_words,
    headings,
    images,
    links,
    raw_html,
    schema,
    tables,
    tidy,
    typed_facts,
    unused_references,
    vocabulary,
)

RULES = (
    schema, file_names, duplicates, dates, citations, unused_references, blocks, links, images,
    raw_html, headings, answers, bare_safe, forbidden_words, certainty_words, tables, typed_facts, vocabulary, addresses, tidy, field_tables,
)  # fmt: skip
