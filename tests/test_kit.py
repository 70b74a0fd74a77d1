"""The therapist's kit, as therapists and clients meet it: codes, handouts, cards, embeds, and addresses that last."""

from __future__ import annotations

import functools
import gzip
import html
import io
import json
import re
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as etree
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

import pikepdf
import pytest
import yaml
import zxingcpp
from bs4 import BeautifulSoup
from conftest import SITE, served, text_of
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader
from test_every_page import violations

from scripts.addresses import KIT_KINDS, LEDGER, address, completed, ledger
from scripts.checking import run
from scripts.kit import codes, packs, redirects, typesetting
from scripts.kit.files import STORE, jobs
from scripts.kit.handouts import PAPERS, handout_data, last_review
from scripts.kit.making import CouldNotMake, Job, Store
from scripts.kit.pieces import pieces
from scripts.kit.printed import Printed, printed
from scripts.made_pages import all_pages
from scripts.project import ROOT, Project
from scripts.structured_data import plain

CONFIG = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
SITE_URL = CONFIG["site_url"]
QUESTION = "questions/pregnant/"
SIZES = {"a4": (595.28, 841.89), "letter": (612, 792)}  # points
UNCHECKED = "Not yet checked by a clinician"
SMALLEST = 2.5  # cm: as small as a code is printed
HEAVIEST_EMBED = 15 * 1024  # bytes, compressed


@functools.cache
def entries() -> list[Printed]:
    """Every page of the kit."""
    return printed(Project(), SITE_URL)


def entry_of(where: str) -> Printed:
    """The page of the kit at an address."""
    return next(entry for entry in entries() if entry.address == where)


@functools.cache
def page_html(where: str) -> str:
    """Markup of a built page."""
    return text_of(SITE / where / "index.html")


def squeezed(text: str) -> str:
    """Text without blanks, and with joined letters taken apart: lines break elsewhere on paper."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def answer_markup(where: str) -> str:
    """Markup of a page's short answer, as the site shows it."""
    found = re.search(r'<div class="ias-answer">.*?<div>(.*?)</div>', page_html(where), re.DOTALL)
    assert found, where
    return found[1]


def answer_pattern(where: str) -> re.Pattern[str]:
    """The whole short answer of a built page on paper: its words, and numbers where it has numbers of sources."""
    parts = re.split(r'<sup class="ias-cite">.*?</sup>', answer_markup(where), flags=re.DOTALL)
    return re.compile(r"\d+(?:,\d+)*".join(re.escape(squeezed(BeautifulSoup(part, "html.parser").get_text())) for part in parts))


def answer_text(where: str) -> str:
    """The short answer of a built page without its sources."""
    return squeezed(BeautifulSoup(re.sub(r'<sup class="ias-cite">.*?</sup>', "", answer_markup(where), flags=re.DOTALL), "html.parser").get_text())


# --- Codes to scan ---


def decoded(image: Image.Image) -> zxingcpp.Barcode | None:
    """The one code of a picture, or nothing."""
    found = zxingcpp.read_barcodes(image)
    return found[0] if len(found) == 1 else None


def test_every_code_leads_to_its_page_also_small_and_faded() -> None:
    wrong = []
    for entry in entries():
        large = Image.open(SITE / entry.address / "qr.png").convert("L")
        pixels = round(SMALLEST / 2.54 * 300)
        small = large.resize((pixels, round(large.height * pixels / large.width)), Image.Resampling.LANCZOS)
        faded = Image.blend(small, Image.new("L", small.size, 128), 0.4)
        for name, picture in (("large", large), ("small", small), ("faded", faded)):
            code = decoded(picture)
            if code is None or code.text != entry.short_url:
                wrong.append((entry.address, name))
            elif code.ec_level not in {"M", "Q", "H"}:
                wrong.append((entry.address, f"level {code.ec_level}"))
    assert wrong == []
    assert len(entries()) > 200


def test_every_code_has_its_quiet_zone() -> None:
    narrow = []
    for entry in entries():
        picture = Image.open(SITE / entry.address / "qr.png").convert("L")
        modules = int(re.search(r'viewBox="0 0 (\d+)', text_of(SITE / entry.address / "qr.svg"))[1])
        module = picture.width / modules
        border = round(codes.QUIET_ZONE * module)
        code = picture.crop((0, 0, picture.width, picture.width))  # the address in letters stands below
        bands = [(0, 0, code.width, border), (0, 0, border, code.height), (code.width - border, 0, code.width, code.height), (0, code.height - border, code.width, code.height)]
        if min(code.crop(band).getextrema()[0] for band in bands) < 255 or code.getpixel((border + 1, border + 1)) != 0:
            narrow.append(entry.address)
    assert narrow == []
    assert codes.QUIET_ZONE >= 4


def test_every_drawn_code_has_a_title_and_its_address_in_letters() -> None:
    space = {"s": "http://www.w3.org/2000/svg"}
    for entry in entries():
        drawing = etree.fromstring(text_of(SITE / entry.address / "qr.svg"))
        title = drawing.findtext("s:title", namespaces=space)
        assert entry.title in title and entry.short_address in title, entry.address
        assert drawing.findtext("s:text", namespaces=space) == entry.short_address
        assert urljoin("https://", f"//{entry.short_address}/") == entry.short_url


def test_every_short_address_leads_to_its_page() -> None:
    for entry in entries():
        short = urlsplit(entry.short_url).path.lstrip("/")
        target = re.search(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', text_of(SITE / short / "index.html"))
        assert target and urljoin(entry.short_url, target[1]) == entry.url, entry.address
        assert (SITE / entry.address / "index.html").is_file()


@pytest.mark.parametrize("where", [QUESTION, "myths/all-their-weight-is-on-you/", "before/conditions/aneurysm/"])
def test_a_short_address_needs_no_javascript(scriptless: Page, where: str) -> None:
    entry = entry_of(where)
    scriptless.goto(urlsplit(entry.short_url).path.lstrip("/"))
    scriptless.wait_for_url(f"**/{entry.address}")
    expect(scriptless.locator("h1")).to_contain_text(entry.title)


# --- Handouts ---


def structure_faults(path: Path, paper: str) -> Iterator[str]:
    """What a PDF lacks for readers who hear it, and for printing it anywhere (PDF/UA-1, ISO 14289)."""
    with pikepdf.open(path) as file:
        root = file.Root
        if any(abs(float(page.mediabox[2 + side]) - SIZES[paper][side]) > 1 for page in file.pages for side in (0, 1)):
            yield "size"
        if root.get("/MarkInfo", {}).get("/Marked") is not True or "/StructTreeRoot" not in root:
            yield "not tagged"
        if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
            yield "title not shown"
        if not str(root.get("/Lang", "")).startswith("en"):
            yield "no language"
        with file.open_metadata() as metadata:
            if metadata.get("pdfuaid:part") != "1":
                yield "not PDF/UA-1"
            if not metadata.get("dc:title"):
                yield "no title"
        objects = [entry for entry in file.objects if isinstance(entry, pikepdf.Dictionary)]
        fonts = [entry for entry in objects if entry.get("/Type") == "/Font" and entry.get("/Subtype") not in {"/Type0", "/Type3"}]
        if not fonts or any(not {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.get("/FontDescriptor", {}).keys()) for font in fonts):
            yield "a font is missing"
        figures = [entry for entry in objects if entry.get("/S") == "/Figure"]
        if not figures or any(not str(figure.get("/Alt", "")) for figure in figures):
            yield "a figure without words"


@pytest.mark.parametrize("paper", PAPERS)
def test_every_handout_is_one_tagged_page_that_prints_anywhere(paper: str) -> None:
    wrong = []
    for entry in entries():
        path = SITE / entry.address / f"{entry.id}-{paper}.pdf"
        wrong += [(path.name, fault) for fault in structure_faults(path, paper)]
        with pikepdf.open(path) as file, file.open_metadata() as metadata:
            if len(file.pages) != 1:
                wrong.append((path.name, f"{len(file.pages)} pages"))
            if metadata["dc:title"] != entry.title:
                wrong.append((path.name, "another title"))
    assert wrong == []


@pytest.mark.parametrize("paper", PAPERS)
def test_every_handout_says_the_answer_the_warning_signs_and_the_dates(paper: str, project: Project) -> None:
    emergency = project.of("warning-signs")["after-session"].value["cards"][0]
    assert emergency["urgency"] == "emergency" and len(emergency["signs"]) > 5
    signs = [emergency["heading"], *(sign["sign"] for sign in emergency["signs"]), emergency["do"]]
    missing = []
    for entry in entries():
        meta = entry.page.meta
        path = SITE / entry.address / f"{entry.id}-{paper}.pdf"
        text = squeezed("\n".join(page.extract_text() for page in PdfReader(path).pages))
        needed = [
            meta["title"], *signs, UNCHECKED, "information, not a diagnosis", entry.short_address,
            f"Evidence searched {meta['evidence_searched_on']}", f"last fully reviewed {meta['reviewed_on']}", f"Next review due {meta['next_review']}",
        ]  # fmt: skip
        missing += [(path.name, part) for part in needed if squeezed(part) not in text]
        if not answer_pattern(entry.address).search(text):
            missing.append((path.name, "the short answer"))
        cited = {int(number) for run in entry.answer if isinstance(run, list) for number in run}
        if cited and not max(cited) <= len(entry.sources):
            missing.append((path.name, "a source"))
        missing += [(path.name, source) for source in entry.sources if squeezed(source) not in text]
    assert missing == []


def test_the_code_on_a_handout_can_be_scanned(project: Project) -> None:
    for where in (QUESTION, entries()[0].address):
        entry = entry_of(where)
        data = handout_data(project, CONFIG, [entry], entry.title, "a4")
        code = decoded(_painted("handout", data))
        assert code and code.text == entry.short_url


def _painted(template: str, data: dict[str, object]) -> Image.Image:
    """A sheet as a printer of 300 dpi would print it."""
    sheet = typesetting._compiler(template).compile(sys_inputs={"data": json.dumps(typesetting._with_codes(data))}, format="png", ppi=300)
    return Image.open(io.BytesIO(sheet)).convert("L")  # type: ignore[arg-type]


def _too_long(entry: Printed) -> Printed:
    return Printed(entry.page, entry.code, entry.url, entry.short_url, answer=["word " * 4000], answer_text="word " * 4000, sources=entry.sources)


def test_a_handout_that_does_not_fit_is_refused_by_name(project: Project, tmp_path: Path) -> None:
    entry = _too_long(entry_of(QUESTION))
    data = handout_data(project, CONFIG, [entry], entry.title, "a4")
    with pytest.raises(Exception, match=re.escape(f"the handout of '{entry.title}' does not fit on one page")):
        typesetting.pdf("handout", data, last_review([entry]))
    job = Job(Path("questions/pregnant/pregnant-a4.pdf"), typesetting.pdf, ("handout", data, last_review([entry])))
    with pytest.raises(CouldNotMake, match=r"pregnant-a4\.pdf: .*does not fit on one page"):
        Store(tmp_path / "store", lambda text: None).make([job])
    assert list((tmp_path / "store").iterdir()) == []


def test_a_handout_that_does_not_fit_stops_the_build_and_leaves_the_site(copy: Path) -> None:
    shutil.copytree(ROOT / STORE, copy / STORE)  # so that only what changed is made
    (copy / "site").mkdir()
    (copy / "site" / "index.html").write_text("the last good site", "utf-8")
    page = copy / "docs" / "questions" / "pregnant.md"
    before = page.read_text("utf-8")
    page.write_text(before.replace("## What to do\n", "## What to do\n\n" + " ".join(["Say that you are, or may be, pregnant."] * 500) + "\n", 1), "utf-8")
    assert page.read_text("utf-8") != before
    failed = subprocess.run([sys.executable, "-m", "scripts", "--root", str(copy), "build"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert failed.returncode == 1
    assert "questions/pregnant/pregnant-a4.pdf" in failed.stderr and "'Can I have ashiatsu if I am pregnant?' does not fit on one page" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert [path.relative_to(copy / "site").as_posix() for path in (copy / "site").rglob("*")] == ["index.html"]
    assert text_of(copy / "site" / "index.html") == "the last good site"


# --- Embeds ---


def test_every_embed_is_small_whole_and_alone_with_its_own_host(project: Project) -> None:
    line = squeezed(project.of("warning-signs")["after-session"].value["in_one_line"])
    wrong = []
    for entry in entries():
        path = SITE / entry.embed_address / "index.html"
        markup = text_of(path)
        text = squeezed(BeautifulSoup(markup.split("<body>")[1].split("<script>")[0], "html.parser").get_text())
        if len(gzip.compress(markup.encode(), 9)) > HEAVIEST_EMBED:
            wrong.append((entry.embed_address, "too heavy"))
        needed = [entry.title, CONFIG["site_name"], UNCHECKED, *(str(entry.page.meta[name]) for name in ("evidence_searched_on", "reviewed_on", "next_review"))]
        wrong += [(entry.embed_address, part) for part in [*map(squeezed, needed), line, answer_text(entry.address)] if part not in text]
        links = re.findall(r'\b(?:href|src|srcset|action|data|url)=["\']?([^"\'>\s]+)', markup)
        leads = {urljoin(urljoin(SITE_URL, entry.embed_address), html.unescape(link)) for link in links}
        wrong += [(entry.embed_address, link) for link in leads if not link.startswith(SITE_URL)]
        if not {entry.url, f"{SITE_URL}after/warning-signs/"} <= leads:
            wrong.append((entry.embed_address, "no way home"))
        if re.search(r"url\(|@import|\bsrc=|fetch\(|XMLHttpRequest|https?://(?!" + re.escape(urlsplit(SITE_URL).netloc) + ")", markup):
            wrong.append((entry.embed_address, "asks for more"))
    assert wrong == []


def snippets(where: str) -> tuple[str, str]:
    """The frame and the script that a page of the kit offers to other sites, as a reader copies them."""
    found = re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", page_html(where).split('class="ias-send__embed"')[1], re.DOTALL)
    frame, script = (html.unescape(code) for code in found[:2])
    return frame, script


HOST = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Another site</title><body style="margin:0">
<script>heights = []; addEventListener("message", ({{ data }}) => heights.push(data))</script>
<div style="width:280px">{frame}</div>{script}"""


@pytest.fixture(scope="module")
def other_site(base: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Another site, on another origin, that shows each page of the kit as the page itself says."""
    folder = tmp_path_factory.mktemp("other")
    for number, entry in enumerate(entries()):
        frame, script = snippets(entry.address)
        for name, markup in {
            "plain": HOST.format(frame=frame, script=""),
            "grows": HOST.format(frame=frame, script=script),
            "scriptless": HOST.format(frame=frame.replace("allow-scripts ", ""), script=""),
        }.items():
            (folder / f"{name}-{number}.html").write_text(markup.replace(SITE_URL, base), "utf-8")
    with served(folder) as address_:
        yield address_.replace("127.0.0.1", "localhost")


@pytest.fixture(scope="module")
def frames(browser: Browser, other_site: str) -> Iterator[dict[str, Page]]:
    """A narrow window for each colour scheme."""
    contexts: list[BrowserContext] = [
        browser.new_context(base_url=other_site, color_scheme=scheme, reduced_motion="reduce", viewport={"width": 320, "height": 900})  # type: ignore[arg-type]
        for scheme in ("light", "dark")
    ]
    yield dict(zip(("light", "dark"), (context.new_page() for context in contexts), strict=True))
    for context in contexts:
        context.close()


@pytest.mark.parametrize("kind", ["questions", "myths", "conditions"])
def test_every_embed_is_readable_in_a_narrow_frame_of_another_site(frames: dict[str, Page], kind: str) -> None:
    """Each in the light and in the dark; the script of the snippet gives the frame the height of its text."""
    wrong = []
    for number, entry in enumerate(entries()):
        if not entry.embed_address.startswith(f"embed/{kind}/"):
            continue
        for scheme, page in frames.items():
            if scheme == ("light", "dark")[number % 2] and number % 8 > 1:
                continue  # one template: each in one scheme; every fourth in both, with all rules
            page.goto(f"grows-{number}.html")
            page.wait_for_function("heights.length")
            frame = page.frames[1]
            content = frame.evaluate("document.body.getBoundingClientRect().bottom")
            page.wait_for_function("(content) => Math.abs(document.querySelector('iframe').offsetHeight - content) <= 1", arg=content)
            told = page.evaluate("heights.at(-1)")
            if told["type"] != "ias-height" or abs(told["height"] - content) > 1:
                wrong.append((entry.embed_address, scheme, told, content))
            if frame.evaluate("innerWidth") != 280 or frame.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append((entry.embed_address, scheme, "scrolls sideways"))
            if frame.evaluate("document.documentElement.scrollHeight > innerHeight + 1"):
                wrong.append((entry.embed_address, scheme, "scrolls although the frame grows"))
            if number % 8 < 2:
                wrong += [(entry.embed_address, scheme, fault) for fault in violations(frame)]  # type: ignore[arg-type]
    assert wrong == []


@pytest.mark.parametrize("number", [0, 100, 200])
def test_an_embed_needs_no_script(frames: dict[str, Page], number: int) -> None:
    page, entry = frames["light"], entries()[number]
    page.goto(f"scriptless-{number}.html")
    frame = page.frame_locator("iframe")
    expect(frame.locator(".answer")).to_be_visible()
    assert squeezed(frame.locator(".answer").inner_text()) == answer_text(entry.address)
    expect(frame.locator(".warning")).to_be_visible()
    expect(frame.get_by_role("link", name="The whole answer with its sources")).to_be_visible()
    assert page.evaluate("heights") == []


def test_a_link_of_an_embed_opens_the_page_in_a_new_tab(frames: dict[str, Page], base: str) -> None:
    page, entry = frames["light"], entries()[0]
    page.goto("plain-0.html")
    with page.context.expect_page() as opened:
        page.frame_locator("iframe").get_by_role("link", name="The whole answer with its sources").click()
    assert opened.value.url == base + entry.address
    opened.value.wait_for_load_state()
    assert opened.value.evaluate("document.querySelector('h1') !== null && localStorage.length >= 0")  # not in the sandbox
    opened.value.close()


def test_every_embed_has_a_valid_oembed_description_that_its_page_announces() -> None:
    for entry in entries():
        description = json.loads(text_of(SITE / entry.embed_address / "oembed.json"))
        assert (description["version"], description["type"]) == ("1.0", "rich"), entry.address
        assert description["html"] == snippets(entry.address)[0]
        frame = BeautifulSoup(description["html"], "html.parser").iframe
        assert frame["src"] == SITE_URL + entry.embed_address and frame["title"] == description["title"] == entry.title
        assert isinstance(description["width"], int) and isinstance(description["height"], int)
        picture = Image.open(SITE / description["thumbnail_url"].removeprefix(SITE_URL))
        assert picture.size == (description["thumbnail_width"], description["thumbnail_height"])
        assert description["provider_url"] == SITE_URL
        links = [BeautifulSoup(link, "html.parser").link for link in re.findall(r"<link\b[^>]*json\+oembed[^>]*>", page_html(entry.address).split("</head>")[0])]
        assert [(link["href"], "alternate" in link["rel"]) for link in links] == [(f"{SITE_URL}{entry.embed_address}oembed.json", True)], entry.address


# --- Sharing ---


def test_share_tags_of_every_page_agree_with_it(project: Project) -> None:
    wrong = []
    for page in all_pages(project):
        head = page_html(address(page.src)).split("</head>")[0]
        tags = {name: html.unescape(content) for name, content in re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', head)}
        picture = SITE / tags.get("og:image", "nowhere").removeprefix(SITE_URL)
        expected = {
            "og:title": page.meta["title"], "og:description": page.meta["description"], "og:url": SITE_URL + address(page.src),
            "og:image:width": "1200", "og:image:height": "630",
            "twitter:card": "summary_large_image", "twitter:title": page.meta["title"], "twitter:description": page.meta["description"], "twitter:image": tags.get("og:image"),
        }  # fmt: skip
        wrong += [(page.src, name) for name, value in expected.items() if tags.get(name) != value]
        if not picture.is_file() or Image.open(picture).size != (1200, 630):
            wrong.append((page.src, "og:image"))
        words = tags.get("og:image:alt", "")
        if not (words.startswith(page.meta["title"]) and words.endswith(page.meta["description"])) or re.search(r"[?!.]\. ", words):
            wrong.append((page.src, "og:image:alt"))
        if page.meta["kind"] in KIT_KINDS and urlsplit(tags["og:image"]).path != f"/{address(page.src)}card.png":
            wrong.append((page.src, "not its own picture"))
    assert wrong == []
    assert {Image.open(SITE / entry.address / "card-tall.png").size for entry in entries()} == {(1000, 1500)}


def test_ways_to_send_a_page_are_plain_links_with_its_words() -> None:
    for entry in entries():
        section = BeautifulSoup(re.search(r'<section class="ias-send.*?</section>', page_html(entry.address), re.DOTALL)[0], "html.parser")
        links = {link.get_text(): str(link["href"]) for link in section.select("a")}
        words = f"{entry.title} {entry.description} {entry.short_url}"
        mail = urlsplit(links["E-mail"])
        assert (mail.scheme, mail.path) == ("mailto", "")
        assert parse_qs(mail.query.replace("+", "%2B")) == {"subject": [entry.title], "body": [f"{entry.description}\n\n{entry.short_url}"]}, entry.address
        assert "+" not in mail.query  # a mail program would show it as a plus
        text = links["SMS"]
        assert text.startswith("sms:?&body=") and unquote(text.removeprefix("sms:?&body=")) == words
        assert links["WhatsApp"].startswith("https://wa.me/?text=") and _query(links["WhatsApp"]) == {"text": [words]}
        assert links["Facebook"].startswith("https://www.facebook.com/sharer/sharer.php?") and _query(links["Facebook"]) == {"u": [entry.url]}
        assert links["Pinterest"].startswith("https://www.pinterest.com/pin/create/button/?")
        assert _query(links["Pinterest"]) == {"url": [entry.url], "media": [f"{entry.url}card-tall.png"], "description": [f"{entry.title} {entry.description}"]}
        files = {urljoin(entry.url, str(link["href"])) for link in section.select(".ias-send__list a") if not urlsplit(str(link["href"])).scheme}
        assert {SITE_URL + path.relative_to(SITE).as_posix() for path in (SITE / entry.address).iterdir() if not path.name.startswith("index")} == files
        assert section.select("script, iframe, form") == []


def _query(url: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(url).query)


@pytest.fixture
def clipboard(browser: Browser, base: str) -> Iterator[Page]:
    """A page that may use the clipboard."""
    context = browser.new_context(base_url=base, permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def test_copy_button_copies_the_short_address_and_says_so(clipboard: Page) -> None:
    clipboard.goto(QUESTION)
    clipboard.get_by_role("button", name="Copy link").click()
    expect(clipboard.get_by_role("status").filter(has_text="Link copied.")).to_be_visible()
    assert clipboard.evaluate("navigator.clipboard.readText()") == entry_of(QUESTION).short_url


def test_sign_of_a_heading_copies_its_address_and_says_so(clipboard: Page, base: str) -> None:
    clipboard.goto(QUESTION)
    sign = clipboard.locator("article h2 .headerlink").first
    sign.focus()
    clipboard.keyboard.press("Enter")
    expect(clipboard.get_by_role("status").filter(has_text="Link to this section copied.")).to_be_visible()
    assert clipboard.evaluate("navigator.clipboard.readText()") == f"{base}{QUESTION}{sign.get_attribute('href')}"


def test_without_a_share_sheet_no_share_button_is_offered(desktop: Page) -> None:
    desktop.add_init_script("delete Navigator.prototype.share")
    desktop.goto(QUESTION)
    expect(desktop.get_by_role("button", name="Copy link")).to_be_visible()
    expect(desktop.get_by_role("button", name="Share …")).to_be_hidden()


# --- Addresses that last ---


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what a contributor edits, to build and break."""
    for name in ("docs", "data", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / "copy" / name)
    for name in ("mkdocs.yml", "CONTRIBUTING.md"):
        shutil.copy(ROOT / name, tmp_path / "copy")
    return tmp_path / "copy"


def test_every_published_address_and_code_leads_to_a_file(project: Project) -> None:
    rows = ledger(project)
    assert len(rows) > 600
    assert [row.address for row in rows if not (SITE / row.address / "index.html").is_file()] == []
    assert [row.code for row in rows if row.code and not (SITE / "q" / row.code / "index.html").is_file()] == []
    lines = text_of(SITE / "_redirects").splitlines()
    leads = {line.split()[0].lstrip("/"): line.split()[1].lstrip("/") for line in lines}
    assert all(line.endswith(" 301") for line in lines)
    assert leads.keys() == {f"q/{row.code}/" for row in rows if row.code} | {row.address for row in rows if row.moved_to}
    assert [target for target in leads.values() if not (SITE / target / "index.html").is_file()] == []


def test_nobody_reads_the_templates_of_the_kit() -> None:
    assert not (SITE / "kit").exists()
    assert list(SITE.rglob("*.typ")) == []


def test_a_page_cannot_vanish(copy: Path) -> None:
    (copy / "docs" / "questions" / "pregnant.md").unlink()
    found = [str(problem) for problem in run(Project(root=copy)) if problem.code.startswith("P")]
    assert len(found) == 1
    assert re.match(rf"{LEDGER.as_posix()}:\d+: P2 a published address must lead somewhere: 'questions/pregnant/' has no page any more\.", found[0])


QUESTION_PAGE = """---
title: Where has this question gone?
description: A page of the tests that was called something else before, to see where its old address leads.
kind: question
audience: client
theme: safety
evidence_searched_on: "2026-11"
reviewed_on: "2026-11-23"
next_review: "2027-11-23"
---

/// answer
It stands here now.
///
"""


def test_an_address_that_has_moved_and_its_code_lead_on_without_javascript(scriptless: Page, tmp_path: Path) -> None:
    (tmp_path / "docs" / "questions").mkdir(parents=True)
    (tmp_path / "data").mkdir()
    (tmp_path / "docs" / "questions" / "new.md").write_text(QUESTION_PAGE, "utf-8")
    (tmp_path / LEDGER).write_text("address,code,moved_to\nquestions/old/,b2c3,questions/new/\n", "utf-8")
    (tmp_path / LEDGER).write_text(completed(Project(root=tmp_path)), "utf-8")
    project = Project(root=tmp_path)
    assert [problem for problem in run(project) if problem.code.startswith("P")] == []
    (new,) = (row for row in ledger(project) if row.address == "questions/new/")
    assert redirects.targets(project) == {"questions/old/": "questions/new/", "q/b2c3/": "questions/new/", f"q/{new.code}/": "questions/new/"}
    site = tmp_path / "site"
    for job in redirects.jobs(project, CONFIG):
        (site / job.path).parent.mkdir(parents=True, exist_ok=True)
        (site / job.path).write_bytes(job.function(*job.arguments))
    (site / "questions" / "new").mkdir()
    (site / "questions" / "new" / "index.html").write_text("<h1>It stands here now.</h1>", "utf-8")
    with served(site) as address_:
        for old in redirects.targets(project):
            scriptless.goto(address_ + old)
            scriptless.wait_for_url(f"{address_}questions/new/")
            expect(scriptless.locator("h1")).to_have_text("It stands here now.")


# --- Ready pieces and packs ---


@pytest.mark.parametrize("paper", PAPERS)
def test_every_ready_piece_holds_its_answer_and_every_line_to_tick(paper: str, project: Project) -> None:
    wrong, ticked = [], 0
    assert len(pieces(project)) >= 5
    for page in pieces(project):
        path = SITE / address(page.src) / f"{page.front.id}-{paper}.pdf"
        wrong += [(path.name, fault) for fault in structure_faults(path, paper)]
        # Without the running foot, which parts a sentence that goes on over the page.
        text = "".join(re.sub(r"IsAshiatsuSafe\?·[^·]*·reviewed[\d-]+·nextreviewdue[\d-]+\d+of\d+$", "", squeezed(sheet.extract_text())) for sheet in PdfReader(path).pages)
        lines = [plain(line) for block in re.findall(r"^/// checklist\n(.*?)^///$", page.body, re.MULTILINE | re.DOTALL) for line in re.findall(r"^[-*] (.*)$", block, re.MULTILINE)]
        ticked += len(lines)
        needed = [
            page.meta["title"], *lines, *(block.argument for block in page.blocks if block.name == "fill-in"), "A model to adapt and have checked.", UNCHECKED,
            *(f"{name} {page.meta[field]}" for name, field in (("Evidence searched", "evidence_searched_on"), ("last fully reviewed", "reviewed_on"), ("Next review due", "next_review"))),
        ]  # fmt: skip
        wrong += [(path.name, part) for part in needed if squeezed(part) not in text]
        if not answer_pattern(address(page.src)).search(text):
            wrong.append((path.name, "the short answer"))
        if "“ " in "".join(sheet.extract_text() for sheet in PdfReader(path).pages):
            wrong.append((path.name, "a blank after a quotation mark"))
    assert wrong == []
    assert ticked > 100


@pytest.mark.parametrize("paper", PAPERS)
def test_every_pack_holds_all_its_pages(paper: str, project: Project) -> None:
    found = packs.packs(project, entries())
    assert sorted(entry.address for pack in found for entry in pack.entries) == sorted(entry.address for entry in entries())
    wrong = []
    for pack in found:
        path = SITE / packs.FOLDER / f"{pack.id}-{paper}.pdf"
        wrong += [(path.name, fault) for fault in structure_faults(path, paper)]
        sheets = [squeezed(sheet.extract_text()) for sheet in PdfReader(path).pages]
        if len(sheets) != len(pack.entries):
            wrong.append((path.name, f"{len(sheets)} sheets of {len(pack.entries)}"))
        wrong += [(path.name, entry.title) for entry, sheet in zip(pack.entries, sheets, strict=False) if squeezed(entry.title) not in sheet or squeezed(entry.short_address) not in sheet]
    assert wrong == []


@pytest.mark.parametrize("paper", PAPERS)
def test_archive_holds_every_handout_and_an_index_with_dates_and_is_the_same_twice(paper: str) -> None:
    path = SITE / packs.FOLDER / f"all-handouts-{paper}.zip"
    handouts = {f"{entry.address.strip('/')}-{paper}.pdf": SITE / entry.address / f"{entry.id}-{paper}.pdf" for entry in entries()}
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == sorted(["index.html", *handouts])
        assert [name for name, place in handouts.items() if archive.read(name) != place.read_bytes()] == []
        index = BeautifulSoup(archive.read("index.html").decode(), "html.parser")
    rows = {str(row.a["href"]): row.get_text(" ") for row in index.select("tbody tr")}
    assert rows.keys() == handouts.keys()
    for entry in entries():
        row = rows[f"{entry.address.strip('/')}-{paper}.pdf"]
        assert [part for part in (entry.title, entry.page.meta["reviewed_on"], entry.page.meta["next_review"], entry.short_address) if part not in row] == []
    members = [(name, str(place)) for name, place in handouts.items()]
    again = packs.archive(members, packs.index_data(CONFIG, [(name, entry) for name, entry in zip(handouts, entries(), strict=True)]))
    assert again == path.read_bytes()


# --- What has not changed is not made again ---


def _hello(name: str) -> bytes:
    return f"hello {name}".encode()


def test_making_again_makes_nothing_and_leaves_nothing_behind(tmp_path: Path) -> None:
    said: list[str] = []
    wanted = [Job(Path(f"{name}.txt"), _hello, (name,)) for name in ("one", "two", "three")]
    first = Store(tmp_path, said.append)
    made = first.make(wanted)
    assert {path.name: place.read_text("utf-8") for path, place in made.items()} == {"one.txt": "hello one", "two.txt": "hello two", "three.txt": "hello three"}
    times = {place: place.stat().st_mtime_ns for place in made.values()}
    second = Store(tmp_path, said.append)
    assert second.make(wanted[:2]) == {path: place for path, place in made.items() if path.name != "three.txt"}
    assert said == ["kit: 3 files, 3 to make ...", "kit: 2 files, 0 to make ..."]
    assert {place: place.stat().st_mtime_ns for place in made.values()} == times
    second.tidy()
    assert sorted(tmp_path.iterdir()) == sorted(place for path, place in made.items() if path.name != "three.txt")


def test_the_built_site_is_what_the_store_holds(project: Project) -> None:
    """Nothing of the kit would be made again now."""
    wanted = list(jobs(project, CONFIG))
    assert [job.path for job in wanted if not (ROOT / STORE / f"{job.key()}{job.path.suffix}").exists()] == []
    assert [job.path for job in wanted if (ROOT / STORE / f"{job.key()}{job.path.suffix}").read_bytes() != (SITE / job.path).read_bytes()] == []
    assert len({job.path for job in wanted}) == len(wanted)


def test_a_changed_answer_remakes_only_what_shows_it(copy: Path) -> None:
    before = {job.path.as_posix(): job.key() for job in jobs(Project(root=copy), CONFIG)}
    page = copy / "docs" / "questions" / "pregnant.md"
    page.write_text(page.read_text("utf-8").replace("Ask your midwife about gentle hand massage.", "Ask your midwife about gentle massage by hand.", 1), "utf-8")
    after = {job.path.as_posix(): job.key() for job in jobs(Project(root=copy), CONFIG)}
    assert before.keys() == after.keys()
    theme = entry_of(QUESTION).page.meta["theme"]
    assert {path for path in before if before[path] != after[path]} == {
        *(f"questions/pregnant/pregnant-{paper}.pdf" for paper in PAPERS),
        *(f"therapists/packs/questions-{theme}-{paper}.pdf" for paper in PAPERS),
        "questions/pregnant/card-tall.png",
        "embed/questions/pregnant/index.html",
        "therapists/kit.json",
    }
