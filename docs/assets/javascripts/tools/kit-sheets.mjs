/** Draws sheets of codes and handouts as elements. All words are set as text, never as markup. */
import { inPages, oldestReview } from "./kit.mjs";

const CODES_ON_A_PAGE = 9;
const FEW_CODES = 4; // so few share a page in two columns, and one alone fills it
// As large as the words of a page may be beside their usual size; the largest that fits its page is taken.
const SIZES = [1.08, 1, 0.94, 0.88, 0.83, 0.79, 0.74];
const LINES_TO_WRITE_ON = 24; // those that do not fit are cut off

function make(tag, name, ...content) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...content.filter((part) => part !== undefined));
  return element;
}

/** Words, and between them lists of the numbers of their sources. */
const words = (runs) => runs.map((run) => (Array.isArray(run) ? make("sup", "", run.join(", ")) : run));

/** The clinic's name keeps its own direction and turns nothing else round. */
function clinicName(clinic) {
  if (!clinic) return undefined;
  const name = make("bdi", "ias-paper__clinic");
  name.dir = "auto";
  name.textContent = clinic;
  return name;
}

function codeImage(entry, home) {
  const image = make("img", "ias-paper__code");
  Object.assign(image, { src: new URL(`${entry.address}qr.svg`, home).href, alt: `Code that leads to ${entry.short_address}`, width: 148, height: 160 });
  return image;
}

function heading(level, ...content) {
  const element = make("p", `ias-paper__heading ias-paper__heading--${level}`, ...content);
  element.setAttribute("role", "heading");
  element.setAttribute("aria-level", level + 3);
  return element;
}

function warningLine(kit) {
  return make("p", "ias-warning-line", make("strong", "", "Warning signs."), ` ${kit.warning} All signs: ${kit.warning_letters}`);
}

/** @returns {HTMLElement[]} pages of codes */
export function codeSheets(entries, kit, clinic, home) {
  const large = entries.length === 1 ? " ias-paper--one" : entries.length <= FEW_CODES ? " ias-paper--few" : "";
  return inPages(entries, CODES_ON_A_PAGE).map((chosen) => {
    const tiles = chosen.map((entry) => {
      const tile = make(
        "li",
        "ias-paper__tile",
        make("span", "ias-paper__title", entry.kind === "Myth" ? `Myth: ${entry.title}` : entry.title),
        codeImage(entry, home),
        make("strong", "ias-paper__address", entry.short_address),
        make("span", "ias-paper__small", `Reviewed ${entry.dates.reviewed_on}`),
      );
      tile.dataset.address = entry.address;
      return tile;
    });
    const next = chosen.map((entry) => entry.dates.next_review).sort()[0];
    const checked = [...new Set(chosen.map((entry) => entry.checked))];
    return make(
      "section",
      `ias-paper ias-paper--codes${large}`,
      make("p", "ias-paper__head", clinicName(clinic), make("span", "", clinic ? `Codes from ${kit.site}` : kit.site)),
      heading(1, "Massage with bare feet (ashiatsu): scan what you want to know"),
      make("ul", "ias-paper__tiles", ...tiles),
      warningLine(kit),
      make("p", "ias-paper__foot", `Pages last fully reviewed ${oldestReview(chosen)} or later. Next review due ${next}: make a new sheet then. ${checked.length === 1 ? checked[0] : "Who checked each page: on the page."} ${kit.licence}`),
    );
  });
}

/** @returns {HTMLElement[]} a page for each entry */
export function handouts(entries, kit, clinic, home) {
  return entries.map((entry) => {
    const page = make(
      "article",
      "ias-paper ias-paper--handout",
      make("p", "ias-paper__head", clinicName(clinic), make("span", "", `${clinic ? "From " : ""}${kit.site} · ${entry.kind} · ${entry.letters}`)),
      heading(1, entry.title),
      make("div", "ias-answer", make("p", "ias-answer__label", "Short answer"), make("p", "", ...words(entry.answer))),
      ...(entry.todo.length ? [heading(2, entry.todo_heading), ...entry.todo.map(part)] : []),
      make("div", "ias-paper__cards", ...kit.cards.map(card)),
      make("p", "ias-paper__small", kit.numbers),
      make("div", "ias-paper__notes", make("p", "ias-paper__small", "Notes"), ...Array.from({ length: LINES_TO_WRITE_ON }, () => make("div", "ias-paper__line"))),
      foot(entry, kit, home),
    );
    page.dataset.address = entry.address;
    return page;
  });
}

function part(item) {
  if (item.kind === "text") return make("p", "", ...words(item.words));
  if (item.kind === "say") return make("p", "", make("strong", "", `${item.label}:`), " “", ...words(item.words), "”");
  return make(item.kind === "steps" ? "ol" : "ul", "", ...item.items.map((line) => make("li", "", ...words(line))));
}

function card(entry) {
  return make(
    "div",
    `ias-paper__card ias-paper__card--${entry.urgency}`,
    heading(2, `${entry.label}: ${entry.heading}`),
    make("ul", "", ...entry.signs.map((sign) => make("li", "", sign))),
    make("p", "", make("strong", "", entry.do)),
  );
}

function foot(entry, kit, home) {
  const sources = entry.sources.flatMap((source, index) => [make("sup", "", String(index + 1)), ` ${source}; `]);
  const { evidence_searched_on: searched, reviewed_on: reviewed, next_review: next } = entry.dates;
  return make(
    "div",
    "ias-paper__foot",
    make(
      "div",
      "",
      make("p", "", make("strong", "", "Sources."), " ", ...sources, kit.sources_note),
      make("p", "", make("strong", "", "Evidence searched"), ` ${searched} · `, make("strong", "", "Page last fully reviewed"), ` ${reviewed} · `, make("strong", "", "Next review due"), ` ${next}. `, make("strong", "", entry.checked)),
      make("p", "", kit.licence),
    ),
    make("div", "ias-paper__scan", codeImage(entry, home), make("strong", "ias-paper__address", entry.short_address)),
  );
}

/** Give each page the largest size at which it fits its page, measured at the width of the paper. @param {HTMLElement[]} pages */
export function fit(pages) {
  for (const page of pages) {
    page.classList.add("ias-paper--measured");
    const size = SIZES.find((size) => {
      page.style.setProperty("--ias-size", size);
      return page.scrollHeight <= page.clientHeight;
    });
    page.classList.remove("ias-paper--measured");
    page.classList.toggle("ias-paper--long", size === undefined);
  }
}
