/**
 * Binds the before-you-book check: one question at a time, back and forth, each may be skipped.
 * What is ticked stays in this form until the page is left: no address, no storage, no request.
 * Without it the page shows the same list whole.
 */
import { advice } from "./before-you-book.mjs";

export class CheckForm {
  /** @param {HTMLElement} root element with `data-tool="before-you-book"` */
  constructor(root) {
    this.root = root;
    this.form = root.querySelector("form");
    this.whole = root.querySelector(".ias-tool__static");
    this.steps = [...this.form.querySelectorAll("[data-step]")];
    this.result = this.form.querySelector("[data-result-list]");
    this.forget();
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", () => {
      this.warn();
      this.tellPlace();
    });
    this.form.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-go]");
      if (button) this[button.dataset.go]();
    });
    // A page taken back from the browser's memory must not show what somebody else ticked.
    addEventListener("pageshow", (event) => {
      if (event.persisted) this.startAgain();
    });
    this.form.querySelector("[data-address]").textContent = `From ${location.origin}${location.pathname}`;
    this.form.hidden = false;
    this.whole.open = false;
    this.open("emergency", false);
  }

  forget() {
    this.form.reset();
    this.warn();
  }

  ticked(selector = "input[name='condition']:checked") {
    return [...this.form.querySelectorAll(selector)].map((box) => box.value);
  }

  /** Steps that apply, in order: the parts of health that were not ticked are left out. */
  route() {
    const parts = this.ticked("input[name='part']:checked");
    return this.steps.map((step) => step.dataset.step).filter((name) => !name.startsWith("part-") || parts.includes(name.slice(5)));
  }

  open(name, moveFocus = true) {
    this.now = name;
    for (const step of this.steps) step.hidden = step.dataset.step !== name;
    this.tellPlace();
    for (const [go, shown] of Object.entries({ back: name !== "emergency", next: name !== "result", finish: name !== "result", print: name === "result", startAgain: name === "result" })) {
      this.form.querySelector(`button[data-go="${go}"]`).hidden = !shown;
    }
    this.form.classList.toggle("ias-check--done", name === "result");
    const start = this.steps.find((step) => step.dataset.step === name).querySelector("[tabindex='-1']");
    if (moveFocus) {
      start.focus({ preventScroll: true });
      this.form.scrollIntoView({ block: "start" });
    }
  }

  /** Which question this is; ticking a part of health adds one. */
  tellPlace() {
    const asked = this.route().filter((step) => step !== "result");
    this.form.querySelector("[data-where]").textContent = this.now === "result" ? "" : `Question ${asked.indexOf(this.now) + 1} of ${asked.length}. You may leave any of them out.`;
  }

  /** An emergency is answered at once, before any further question. */
  warn() {
    const alarm = this.form.querySelector("[data-alarm]");
    const grave = this.entries().some((entry) => entry.emergency);
    if (alarm.hidden === grave) alarm.hidden = !grave;
  }

  entries() {
    const ticked = new Set(this.ticked());
    return [...this.whole.querySelectorAll("[data-condition]")]
      .filter((item) => ticked.has(item.dataset.condition))
      .map((item) => ({ id: item.dataset.condition, action: item.dataset.action, emergency: item.dataset.emergency === "yes", item }));
  }

  next() {
    const route = this.route();
    if (this.now === "emergency" && this.entries().some((entry) => entry.emergency)) this.finish();
    else if (route[route.indexOf(this.now) + 1] === "result") this.finish();
    else this.open(route[route.indexOf(this.now) + 1]);
  }

  back() {
    const route = this.route();
    if (this.now === "result" && this.cameFrom) this.open(route.includes(this.cameFrom) ? this.cameFrom : "emergency");
    else this.open(route[Math.max(0, route.indexOf(this.now) - 1)]);
  }

  finish() {
    this.cameFrom = this.now;
    const entries = this.entries();
    this.result.replaceChildren();
    for (const [name, ids] of advice(entries)) this.result.append(this.group(name, ids.map((id) => entries.find((entry) => entry.id === id).item)));
    for (const [part, shown] of Object.entries({ nothing: !entries.length, something: entries.length })) {
      for (const element of this.form.querySelectorAll(`[data-when="${part}"]`)) element.hidden = !shown;
    }
    const parts = new Set(this.ticked("input[name='part']:checked"));
    const left = [...this.form.querySelectorAll("input[name='part']")].filter((box) => !parts.has(box.value)).map((box) => box.dataset.title);
    const leftOut = this.form.querySelector("[data-left-out]");
    leftOut.hidden = !left.length || entries.some((entry) => entry.emergency);
    leftOut.querySelector("span").textContent = left.join("; ");
    this.open("result");
  }

  group(name, items) {
    const section = document.createElement("section");
    section.className = `ias-action ias-action--${name === "emergency" ? "do-not-have-it" : name}`;
    section.dataset.advice = name;
    const heading = document.createElement("h4");
    heading.textContent = this.whole.querySelector(`[data-group-title="${name}"]`).textContent;
    const list = document.createElement("ul");
    list.append(...items.map((item) => item.cloneNode(true)));
    section.append(heading, list);
    return section;
  }

  print() {
    const page = document.documentElement;
    page.classList.add("ias-print-summary");
    addEventListener("afterprint", () => page.classList.remove("ias-print-summary"), { once: true });
    window.print();
  }

  startAgain() {
    this.cameFrom = undefined;
    this.forget();
    this.result.replaceChildren();
    this.open("emergency");
  }
}
