"""What the check says of every contributor's mistake, and what `check`, `fix` and `new` do and leave alone.

tests/broken/ is a small tree of mistakes, one a file. EXPECTED.txt holds what the check says of it.
When a message changes on purpose, write it anew and read the difference before you commit it:
python -m scripts --root tests/broken --today 2026-11-23 check > tests/broken/EXPECTED.txt
"""

from __future__ import annotations

import codecs
import copy as copying
import datetime
import difflib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from scripts.addresses import LEDGER, completed, kept
from scripts.checking import run
from scripts.project import KINDS, ROOT, Project
from scripts.rules import RULES

BROKEN = ROOT / "tests" / "broken"
EXPECTED = (BROKEN / "EXPECTED.txt").read_text("utf-8")
TODAY = datetime.date(2026, 11, 23)
MESSAGE = re.compile(r"^(?P<path>CONTRIBUTING\.md|(?:data|docs)/.+?):(?P<line>\d+): (?P<code>[A-Z]\d) .+\n  fix: \S.*   why: CONTRIBUTING\.md#(?P<why>[a-z0-9-]+)$", re.MULTILINE)

# Files of the tree that are right: the others each hold a mistake.
RIGHT = {
    "data/claims/first-statement.yml",
    "data/claims/good-claim.yml",
    "data/claims/rests-on-a-memory.yml",
    "data/claims/rests-on-the-mistaken-references.yml",
    "data/references/good-reference.yml",
    "data/tables/good-table.csv",
    "data/tables/good-table.yml",
    "data/vocabulary/good-word.yml",
    "data/warning-signs/good-cards.yml",
    "docs/evidence/cites-a-memory.md",
    "docs/good.svg",
    "docs/questions/good-page.md",
}
ABOUT_THE_TREE = {".editorconfig", ".gitattributes", "EXPECTED.txt"}
# A table's mistake stands in one of its two files.
PARTNERS = {"data/tables/column-unknown.csv", "data/tables/comma-unquoted.yml", "data/tables/row-source-unknown.yml"}

FRONT = {
    "title": "What does a test press on?",
    "description": "A page of the tests on which one sentence stands, to see whether the check flags it.",
    "kind": "question",
    "audience": "client",
    "theme": "safety",
    "evidence_searched_on": "2026-11",
    "reviewed_on": "2026-11-23",
    "next_review": "2027-11-23",
}


def said(root: Path) -> str:
    """What the check says of a tree, as it prints it."""
    return "".join(f"{problem}\n" for problem in run(Project(root=root, today=TODAY)))


def expected_of(path: str) -> str:
    """The part of EXPECTED.txt that concerns one file or folder."""
    return "".join(f"{match[0]}\n" for match in MESSAGE.finditer(EXPECTED) if match["path"] == path or match["path"].startswith(f"{path}/"))


def command(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line on a tree as on the day of the tests."""
    return subprocess.run(
        [sys.executable, "-m", "scripts", "--root", str(root), "--today", str(TODAY), *arguments],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def contents(*folders: Path) -> dict[str, bytes]:
    """Every file below some folders with its bytes."""
    return {str(path): path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the tree of mistakes, to write into."""
    return shutil.copytree(BROKEN, tmp_path / "tree")


# --- Messages ---


def test_every_mistake_gets_exactly_its_message() -> None:
    now = said(BROKEN)
    difference = "".join(difflib.unified_diff(EXPECTED.splitlines(True), now.splitlines(True), "EXPECTED.txt", "said now"))
    assert now == EXPECTED, f"\n{difference}\n{__doc__}"


def test_every_message_has_the_agreed_form_and_names_a_line_that_exists() -> None:
    messages = list(MESSAGE.finditer(EXPECTED))
    assert "".join(f"{match[0]}\n" for match in messages) == EXPECTED
    for match in messages:
        assert 1 <= int(match["line"]) <= len((BROKEN / match["path"]).read_bytes().split(b"\n")), match[0]


def test_every_reason_leads_to_a_heading_of_the_guide() -> None:
    headings = re.findall(r"^#+ (.+)$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)
    anchors = {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert {match["why"] for match in MESSAGE.finditer(EXPECTED)} <= anchors


def test_every_code_of_every_rule_has_a_mistake() -> None:
    expected = {match["code"] for match in MESSAGE.finditer(EXPECTED)}
    for rule in RULES:
        source = Path(str(rule.__file__)).read_text("utf-8")
        codes = set(re.findall(r'"([A-Z]\d)"', source)) | set(re.findall(r"\b([A-Z]\d)\b", f"{rule.__doc__} {rule.check.__doc__}"))
        assert codes, f"{rule.__name__} names no code"
        assert codes <= expected, f"tests/broken/ has no mistake for {', '.join(sorted(codes - expected))} of {rule.__name__}"


def test_every_file_with_a_mistake_is_named_and_no_right_file_is() -> None:
    files = {path.relative_to(BROKEN).as_posix() for path in BROKEN.rglob("*") if path.is_file()} - ABOUT_THE_TREE
    named = {match["path"] for match in MESSAGE.finditer(EXPECTED)}
    assert named == files - RIGHT - PARTNERS
    assert files >= RIGHT | PARTNERS
    assert len(named) >= 40


MALFORMED = [None, "", "words", 7, True, [], {}, [None], [7], [["words"]], [{"a": 1}], {"a": "b"}, {7: "b", "c": "d"}]


def test_no_malformed_value_stops_the_check(tmp_path: Path) -> None:
    """Every field of one real item of each kind, malformed in every way, shown on a page: each is named, none raises."""
    wanted, blocks = set(), ["/// claims\n///", "/// conditions\n///", "/// compare | all\n///", "/// cases\n///", "/// references\n///", "/// questions\n///"]
    real = Project(today=TODAY)
    pages = [(page.front, "docs/questions/{}.md") for page in real.pages if page.meta["kind"] == "question"][:1]
    for item, pattern in [*((next(iter(real.of(folder).values())), f"data/{folder}/{{}}.yml") for folder in KINDS if real.of(folder)), *pages]:
        for field in (*item.value, "an-unknown-field"):
            for number, malformed in enumerate(MALFORMED):
                value = {**copying.deepcopy(item.value), field: malformed}
                id_ = f"{field.replace('_', '-')}-{number}"
                path = tmp_path / pattern.format(id_)
                path.parent.mkdir(parents=True, exist_ok=True)
                text = yaml.safe_dump(value, allow_unicode=True)
                path.write_text(text if path.suffix == ".yml" else f"---\n{text}---\n\n/// answer\nPerhaps.\n///\n", "utf-8")
                wanted.add(path.relative_to(tmp_path).as_posix())
                folder = path.parent.name
                blocks += [f"/// {block} | {id_}\n///" for kind, block in (("claims", "claim"), ("conditions", "condition"), ("tables", "table"), ("warning-signs", "warning-signs")) if folder == kind]
                if folder == "references":
                    blocks.append(f"[@{id_}]")
                if folder == "tables":
                    shutil.copyfile(ROOT / "data" / "tables" / f"{item.id}.csv", path.with_suffix(".csv"))
    page = tmp_path / "docs" / "all.md"
    page.write_text("---\n" + yaml.safe_dump({**FRONT, "kind": "evidence"}) + "---\n\n" + "\n\n".join(blocks) + "\n", "utf-8")
    codes = {}
    for problem in run(Project(root=tmp_path, today=TODAY)):
        codes.setdefault(problem.path, set()).add(problem.code)
    unnamed = {path for path in wanted if not codes.get(path, set()) & {"S1", "S2", "S3", "S4"}}
    # A word or a whole number is what these fields hold.
    assert {path for path in unnamed if not path.rsplit("-", 1)[1].startswith(("2.", "3.", "4.", "5."))} == set()


def test_what_was_published_may_not_be_deleted_from_the_ledger(copy: Path) -> None:
    before = (copy / LEDGER).read_text("utf-8")
    (copy / LEDGER).write_text(before.replace("questions/gone/,x9x9,\n", ""), "utf-8")
    gone = [str(problem).split("\n")[0] for problem in kept(Project(root=copy, today=TODAY), before)]
    assert gone == [
        "data/addresses.csv:1: P5 what was published stays: the address 'questions/gone/' is gone. Did you mean 'questions/moved/'?",
        "data/addresses.csv:1: P5 what was published stays: the code 'x9x9' is gone.",
    ]


# --- Words: what must be flagged and what must not ---


def flagged(root: Path, where: str, sentence: str) -> set[str]:
    """Codes the check gives a page with one sentence in its title, description, short answer or text."""
    front = dict(FRONT)
    answer, text = "It depends on who steps.", "Nobody has counted [@heelinghut-nd-safe]."
    if where in front:
        front[where] = sentence
    elif where == "answer":
        answer = sentence
    else:
        text += f"\n\n{sentence}"
    page = root / "docs" / "questions" / "page.md"
    page.parent.mkdir(parents=True)
    page.write_text(f"---\n{yaml.safe_dump(front, allow_unicode=True, width=999)}---\n\n/// answer\n{answer}\n///\n\n{text}\n", "utf-8")
    reference = root / "data" / "references" / "heelinghut-nd-safe.yml"
    reference.parent.mkdir(parents=True)
    shutil.copyfile(BROKEN / "data" / "references" / "good-reference.yml", reference)
    (root / LEDGER).write_text(completed(Project(root=root, today=TODAY)), "utf-8")
    return {problem.code for problem in run(Project(root=root, today=TODAY))}


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("text", "No report of harm does not mean there is no risk."),
        ("text", "One page calls it “completely safe”."),
        ("text", "One page says: “It is gentle. It is completely safe. There is no risk.”"),
        ("text", "These are counts of burns, so no risk per use can be worked out."),
        ("text", "That it helps is unproven."),
        ("text", "Nobody has proven it."),
        ("text", "In code, `no risk` is a string."),
        ("title", "Is it safe to be walked on?"),
        ("title", "“It is completely safe”"),
        ("description", "Nobody has counted injuries, so no page can say how safe it is or is not, whatever it promises."),
        ("answer", "One page calls it gentle [@heelinghut-nd-safe]."),
        ("answer", "It may be safe for you if a trained therapist knows what you have [@heelinghut-nd-safe]."),
        ("answer", "It is unsafe. Read about [safety](page.md)."),
        ("answer", " ".join(["word"] * 60) + " [@heelinghut-nd-safe]."),
        ("text", "Write to <mail@example.org> or see <https://example.org/>; pressure <5 kPa."),
        ("text", "See [a site](https://example.org/page#anchor), [mail](mailto:mail@example.org) and [here](#start)."),
    ],
)
def test_a_good_sentence_is_not_flagged(tmp_path: Path, where: str, sentence: str) -> None:
    assert flagged(tmp_path, where, sentence) == set()


@pytest.mark.parametrize(
    ("where", "sentence", "code"),
    [
        ("text", "One page calls it gentle. There is no risk.", "W2"),
        ("text", "One page calls it “gentle”, and it is completely safe.", "W2"),
        ("text", "There is no\nrisk.", "W2"),
        ("text", "It does not hurt and there is no risk.", "W2"),
        ("text", "A zero-risk massage.", "W2"),
        ("title", "A proven way to rest", "W2"),
        ("title", "Why it is safe", "W1"),
        ("answer", "It depends. It is safe [@heelinghut-nd-safe].", "W1"),
        ("answer", "It is safe for everyone.", "W1"),
        ("answer", " ".join(["word"] * 61) + ".", "A2"),
        ("text", "Nobody counted [@heelinghut-safe].", "R1"),
    ],
)
def test_a_bad_sentence_is_flagged(tmp_path: Path, where: str, sentence: str, code: str) -> None:
    assert flagged(tmp_path, where, sentence) == {code}


# --- check ---


@pytest.mark.parametrize("path", ["docs/questions/answer-too-long.md", "docs/questions", "data/tables/", "./docs/questions", str(BROKEN / "docs")])
def test_check_of_a_path_prints_only_its_problems(path: str) -> None:
    done = command(BROKEN, "check", path)
    assert done.stdout == expected_of((BROKEN / path).resolve().relative_to(BROKEN).as_posix()) != ""
    assert done.returncode == 1


def test_check_of_a_mistyped_path_does_not_pass() -> None:
    done = command(BROKEN, "check", "docs/questions/answer-to-long.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean 'docs/questions/answer-too-long.md'?" in done.stderr


def test_check_of_a_right_file_prints_nothing() -> None:
    done = command(BROKEN, "check", "docs/questions/good-page.md")
    assert (done.returncode, done.stdout) == (0, "")


def test_check_of_the_real_tree_finds_nothing_and_changes_nothing() -> None:
    before = contents(ROOT / "data", ROOT / "docs")
    done = subprocess.run([sys.executable, "-m", "scripts", "check"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")
    assert contents(ROOT / "data", ROOT / "docs") == before


def test_check_changes_nothing_that_could_be_mended(copy: Path) -> None:
    before = contents(copy)
    assert command(copy, "check").stdout == EXPECTED
    assert contents(copy) == before


# --- fix ---


def test_fix_mends_what_needs_no_decision_and_nothing_twice(copy: Path) -> None:
    ledger = LEDGER.as_posix()
    fixable = {"C1", "X1", "P1"}
    untidy = {ledger if match["code"] == "P1" else match["path"] for match in MESSAGE.finditer(EXPECTED) if match["code"] in fixable}
    before = contents(copy)
    done = command(copy, "fix")
    after = contents(copy)
    assert done.returncode == 0
    assert set(re.findall(r"^mended (.+)$", done.stdout, re.MULTILINE)) == untidy
    assert {Path(path).relative_to(copy).as_posix() for path in before if before[path] != after[path]} == untidy
    assert all(after[path].split() == text.removeprefix(codecs.BOM_UTF8).split() for path, text in before.items() if Path(path).name not in {"CONTRIBUTING.md", LEDGER.name})  # only blanks differ
    left = [match for match in MESSAGE.finditer(said(copy)) if match["path"] != ledger]
    assert [match[0] for match in left] == [match[0] for match in MESSAGE.finditer(EXPECTED) if match["code"] not in fixable and match["path"] != ledger]
    assert set(before[str(copy / ledger)].splitlines()) - {b"before/conditions/good-condition/,,"} <= set(after[str(copy / ledger)].splitlines())  # nothing is taken out
    again = command(copy, "fix")
    assert again.stdout.startswith("0 files mended")
    assert contents(copy) == after


def test_fix_of_a_path_leaves_the_others(copy: Path) -> None:
    done = command(copy, "fix", "data")
    assert re.findall(r"^mended (.+)$", done.stdout, re.MULTILINE) == ["data/claims/carriage-returns.yml"]
    assert "docs/evidence/spaces-at-line-end.md:7: X1" in said(copy)


# --- new ---


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("claim", "data/claims/running-knees.yml"),
        ("reference", "data/references/running-knees.yml"),
        ("condition", "data/conditions/running-knees.yml"),
        ("question", "docs/questions/running-knees.md"),
        ("myth", "docs/myths/running-knees.md"),
    ],
)
def test_new_writes_a_form_that_the_check_can_read(copy: Path, kind: str, path: str) -> None:
    before = contents(copy)
    done = command(copy, "new", kind, "running-knees")
    assert done.returncode == 0
    assert path in done.stdout
    assert contents(copy).keys() - before.keys() == {str(copy / path)}  # and nothing half-written
    still_to_do = command(copy, "check", path)
    assert still_to_do.returncode == 1
    assert still_to_do.stderr.count("\n") == 1  # the count of files, no traceback
    codes = set(re.findall(rf"^{path}:\d+: ([A-Z]\d) ", still_to_do.stdout, re.MULTILINE))
    assert codes <= {"S2", "S3", "S4", "R1", "R3"}


@pytest.mark.parametrize(
    ("kind", "id_", "message"),
    [
        ("claim", "good-claim", "data/claims/good-claim.yml exists already"),
        ("question", "good-page", "docs/questions/good-page.md exists already"),
        ("claim", "Running_Knees", "an id has small letters, digits and hyphens"),
        ("claim", "../running-knees", "an id has small letters, digits and hyphens"),
        ("claim", "", "an id has small letters, digits and hyphens"),
        ("clam", "running-knees", "Did you mean 'claim'?"),
        ("qestion", "running-knees", "Did you mean 'question'?"),
        ("leaflet", "running-knees", "Use claim, reference, condition, question or myth"),
    ],
)
def test_new_refuses_and_writes_nothing(copy: Path, kind: str, id_: str, message: str) -> None:
    before = contents(copy.parent)
    done = command(copy, "new", kind, id_)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(copy.parent) == before
