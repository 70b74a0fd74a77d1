/**
 * Binds the maker of sheets: choose pages, choose what to make, print or copy it.
 * What is chosen and typed stays in this form: no address, no storage. The words of the pages come from one
 * file of this site, fetched at the first choice. Without this module the page shows ready-made PDFs.
 */
import { copy, tell } from "./copy-link.mjs";
import { cleanName, linksAsHtml, linksAsText, LONGEST_NAME, overdue } from "./kit.mjs";
import { codeSheets, fit, handouts } from "./kit-sheets.mjs";

const HOME = new URL("../../../", import.meta.url);
const PRINTS = "ias-print-sheet"; // on <html>: only the sheet is printed

export class KitForm {
  /** @param {HTMLElement} root element with `data-tool="kit"` */
  constructor(root) {
    this.root = root;
    this.form = root.querySelector("form");
    this.ready = root.querySelector(".ias-tool__static");
    this.result = root.querySelector("[data-result]");
    this.sheet = root.querySelector("[data-sheet]");
    this.filter = this.form.querySelector("#kit-filter");
    this.only = this.form.querySelector("[name='only']");
    this.clinic = this.form.querySelector("#kit-clinic");
    this.groups = [...this.ready.querySelectorAll("[data-group]")].map((section) => this.group(section));
    this.items = this.groups.flatMap(({ items }) => items);
    this.form.querySelector("[data-choices]").append(...this.groups.map(({ element }) => element));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.make();
    });
    this.form.addEventListener("change", (event) => {
      if (event.target === this.filter) return;
      if (event.target === this.only) return this.find();
      this.adapt();
      this.count();
      this.renew();
    });
    this.filter.addEventListener("input", () => this.find());
    this.filter.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault(); // finds while it is typed; it makes nothing yet
    });
    for (const name of ["input", "compositionend"]) this.clinic.addEventListener(name, (event) => event.isComposing || this.name());
    root.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-go]");
      if (button) this[button.dataset.go](button);
    });
    // A page taken back from the browser's memory must not show what somebody else typed.
    addEventListener("pageshow", (event) => {
      if (event.persisted) this.forget();
    });
    this.form.hidden = false;
    this.ready.open = false;
    this.forget();
  }

  /** A group of boxes to tick, from a group of the ready-made list. */
  group(section) {
    const title = section.querySelector("[data-group-title]").textContent;
    const element = document.createElement("details");
    element.className = "ias-kit__group";
    const summary = document.createElement("summary");
    const count = document.createElement("span");
    summary.append(`${title} `, count);
    const fields = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.className = "ias-hidden";
    legend.textContent = title;
    const all = Object.assign(document.createElement("button"), { type: "button", className: "ias-button" });
    all.dataset.go = "all";
    const list = document.createElement("ul");
    list.className = "ias-check__list";
    fields.append(legend, all, list);
    element.append(summary, fields);
    const items = [...section.querySelectorAll("[data-address]")].map((entry) => {
      const words = entry.querySelector("a").textContent;
      const item = document.createElement("li");
      const label = Object.assign(document.createElement("label"), { className: "ias-check__box" });
      const box = Object.assign(document.createElement("input"), { type: "checkbox", value: entry.dataset.address });
      const name = document.createElement("span");
      name.textContent = words;
      label.append(box, " ", name);
      item.append(label);
      list.append(item);
      return { item, box, words: `${title} ${words} ${entry.dataset.words}`.toLowerCase() };
    });
    return { element, count, all, items };
  }

  forget() {
    this.form.reset();
    this.close();
    this.adapt();
    this.name();
    this.find();
  }

  startAgain() {
    this.forget();
    this.filter.focus();
    this.form.scrollIntoView({ block: "start" });
  }

  change() {
    const start = this.form.querySelector("#kit-choose");
    start.focus({ preventScroll: true });
    this.form.scrollIntoView({ block: "start" });
  }

  /** Links go without the clinic's name. */
  adapt() {
    this.form.querySelector("[data-clinic-field]").hidden = new FormData(this.form).get("what") === "links";
  }

  /** Show what fits the words; groups with something found open, and close again with the words gone. */
  find() {
    const asked = this.filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { element, items } of this.groups) {
      for (const entry of items) entry.item.hidden = !asked.every((word) => entry.words.includes(word)) || (this.only.checked && !entry.box.checked);
      const here = items.filter(({ item }) => !item.hidden).length;
      found += here;
      element.hidden = !here;
      element.open = Boolean((asked.length || this.only.checked) && here);
    }
    this.form.querySelector("[data-found]").textContent = asked.length || this.only.checked ? `${found} of ${this.items.length} pages are shown.` : `${this.items.length} pages, by subject. Open a subject, or type a word.`;
    this.count();
  }

  count() {
    for (const { count, all, items } of this.groups) {
      const shown = items.filter(({ item }) => !item.hidden);
      const ticked = items.filter(({ box }) => box.checked).length;
      count.textContent = ticked ? `(${items.length}, ${ticked} chosen)` : `(${items.length})`;
      all.textContent = shown.every(({ box }) => box.checked) ? `Clear these ${shown.length}` : `Choose these ${shown.length}`;
      all.hidden = shown.length < 2;
    }
    const chosen = this.chosen().length;
    const line = this.form.querySelector("[data-chosen]");
    const words = chosen ? `${chosen} ${chosen === 1 ? "page" : "pages"} chosen.` : "Nothing chosen yet.";
    if (line.textContent !== words) line.textContent = words;
    if (chosen) {
      this.fail(false);
      this.load().catch(() => {}); // told when it is needed
    }
  }

  chosen() {
    return this.items.filter(({ box }) => box.checked).map(({ box }) => box.value);
  }

  all(button) {
    const { items } = this.groups.find(({ all }) => all === button);
    const shown = items.filter(({ item }) => !item.hidden);
    const ticked = shown.every(({ box }) => box.checked);
    for (const { box } of shown) box.checked = !ticked;
    this.count();
    this.renew();
  }

  /** Read the clinic's name; a long one is cut in the field too, where it can be seen. */
  name() {
    const { name, cut } = cleanName(this.clinic.value);
    if (cut) this.clinic.value = name;
    const told = cut ? `Cut at ${LONGEST_NAME} signs.` : "";
    // The message stays while the name is as long as it can be.
    const line = this.form.querySelector("[data-cut]");
    if (cut || [...name].length < LONGEST_NAME) line.textContent = told;
    for (const shown of this.sheet.querySelectorAll(".ias-paper__clinic")) shown.textContent = name;
    this.clinicName = name;
  }

  /** The words of all pages, fetched once. */
  load() {
    this.loading ??= fetch(new URL("therapists/kit.json", HOME)).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status}`);
      return answer.json();
    });
    this.loading.catch(() => (this.loading = undefined));
    return this.loading;
  }

  fail(shown) {
    this.form.querySelector("[data-error]").hidden = !shown;
    this.filter.setAttribute("aria-invalid", String(shown));
    this.filter.setAttribute("aria-describedby", shown ? "kit-error kit-found" : "kit-found");
  }

  async make() {
    if (!this.chosen().length) {
      this.fail(true);
      this.filter.focus();
      return;
    }
    if (!(await this.draw())) return;
    this.result.querySelector("[data-title]").focus({ preventScroll: true });
    this.result.scrollIntoView({ block: "start" });
  }

  /** A sheet that is shown follows every change. */
  renew() {
    if (this.result.hidden) return;
    if (this.chosen().length) this.draw();
    else this.close();
  }

  close() {
    this.result.hidden = true;
    this.sheet.replaceChildren();
    document.documentElement.classList.remove(PRINTS);
  }

  async draw() {
    let kit;
    try {
      kit = await this.load();
    } catch {
      tell("The words of the pages did not come. Try again, or use the ready-made PDFs.");
      this.ready.open = true;
      return false;
    }
    const entries = this.chosen().map((address) => ({ ...kit.entries[address], address }));
    if (!entries.length) return false; // unticked while the words were on their way
    const what = new FormData(this.form).get("what");
    const many = `${entries.length} ${entries.length === 1 ? "page" : "pages"}`;
    this.result.querySelector("[data-title]").textContent = { codes: `Your sheet of codes: ${many}`, handouts: `Your handouts: ${many}`, links: `Your links: ${many}` }[what];
    const late = overdue(entries, new Date().toLocaleDateString("sv"));
    const line = this.result.querySelector("[data-overdue]");
    line.hidden = !late.length;
    line.textContent = late.length ? `The review of ${late.length} of these is overdue. Do not hand them out: ${late.map(({ title }) => title).join("; ")}` : "";
    for (const part of this.result.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== (what === "links" ? "links" : "paper");
    // Paper is white in dark colours too.
    if (what === "links") delete this.sheet.dataset.mdColorScheme;
    else this.sheet.dataset.mdColorScheme = "default";
    this.result.hidden = false;
    document.documentElement.classList.toggle(PRINTS, what !== "links");
    if (what === "links") {
      this.sheet.replaceChildren(this.block("html", "For a website (HTML)", linksAsHtml(entries, kit)), this.block("text", "For an e-mail (plain text)", linksAsText(entries, kit)));
    } else {
      const pages = (what === "codes" ? codeSheets : handouts)(entries, kit, this.clinicName, HOME);
      this.sheet.replaceChildren(...pages);
      fit(pages);
    }
    return true;
  }

  /** Text to copy, with its button. */
  block(id, title, text) {
    const section = document.createElement("section");
    section.dataset.block = id;
    const label = Object.assign(document.createElement("label"), { className: "ias-kit__label", htmlFor: `kit-${id}`, textContent: title });
    const field = Object.assign(document.createElement("textarea"), { id: `kit-${id}`, readOnly: true, rows: 12, value: text, spellcheck: false });
    const button = Object.assign(document.createElement("button"), { type: "button", className: "ias-button", textContent: id === "html" ? "Copy HTML" : "Copy text" });
    button.addEventListener("click", async () => {
      if (await copy(text)) return tell(id === "html" ? "HTML copied." : "Text copied.");
      field.focus();
      field.select();
      tell("It could not be copied. It is marked now: copy it by keyboard.");
    });
    section.append(label, field, button);
    return section;
  }

  print() {
    window.print();
  }
}
