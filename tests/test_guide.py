"""What the README promises: example addresses never get published, and messages have one form."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from scripts.problems import Problem
from scripts.project import ROOT


def test_publishing_is_refused_while_the_addresses_are_examples(tmp_path: Path) -> None:
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (tmp_path / "mkdocs.yml").write_text(re.sub(r"(?m)^(site_url|repo_url): .*|^(  contact): .*", _example, settings), "utf-8")
    refused = _ready(tmp_path)
    assert refused.returncode == 1
    assert [name for name in ("site_url", "repo_url", "contact") if f"'{name}' must be a real address" not in refused.stderr] == []
    (tmp_path / "mkdocs.yml").write_text(settings.replace(".example", ".org"), "utf-8")
    assert _ready(tmp_path).returncode == 0


def _example(match: re.Match[str]) -> str:
    return "  contact: a@site.example" if match[2] else f"{match[1]}: https://site.example/"


def _ready(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "scripts", "--root", str(root), "ready"], cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_message_has_the_agreed_form() -> None:
    problem = Problem("data/claims/running-knees.yml", 7, "R1", "no reference 'li-2081'.", "li-2018", "python -m scripts new reference li-2081", "references")
    assert str(problem) == (
        "data/claims/running-knees.yml:7: R1 no reference 'li-2081'. Did you mean 'li-2018'?\n"
        "  fix: python -m scripts new reference li-2081   why: CONTRIBUTING.md#references"
    )
