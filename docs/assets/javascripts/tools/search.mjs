/**
 * Connects Material's search box (9.8.1) to our worker when the box is first focused, and to Material's own
 * worker when ours cannot start or fails. Nothing of the search is fetched before that. See overrides/search-start.html.
 */
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];

export class Search {
  /**
   * @param {Document} page
   * @param {EventTarget & {stock: string, postMessage: Function}} box what the bundle takes for its worker
   */
  constructor(page, box) {
    this.box = box;
    this.input = page.querySelector("[data-md-component='search-query']");
    const result = page.querySelector("[data-md-component='search-result']");
    if (!this.input || !result) return;
    this.base = new URL(JSON.parse(page.getElementById("__config").textContent).base, location.href);
    this.notes = page.createElement("div");
    this.notes.className = "ias-search-notes md-typeset";
    this.notes.setAttribute("role", "status");
    result.firstElementChild.setAttribute("role", "status"); // the count of results
    result.firstElementChild.after(this.notes);
    box.postMessage = (message) => this.send(message);
    this.input.addEventListener("focus", () => this.start(), { once: true });
    // Material reads the box on keyup alone; pasted, dictated and cleared text must count too.
    const typed = () => this.input.dispatchEvent(new Event("keyup"));
    this.input.addEventListener("input", typed);
    this.input.form.addEventListener("reset", () => setTimeout(typed));
    if (page.activeElement === this.input) this.start(); // focused before this module ran, as by ?q=
  }

  start() {
    if (this.worker) return;
    try {
      const worker = new Worker(new URL("../search/worker.mjs", import.meta.url), { type: "module" });
      this.listen(worker, () => this.fallBack());
      worker.postMessage({ type: SETUP, data: { index: new URL("search/answers.json", this.base).href } });
    } catch {
      this.fallBack();
    }
  }

  /** Use the theme's own worker with its own index. */
  async fallBack() {
    this.worker?.terminate();
    try {
      const worker = new Worker(this.box.stock);
      this.listen(worker, () => this.giveUp());
      const { config, docs } = await (await fetch(new URL("search/search_index.json", this.base))).json();
      worker.postMessage({ type: SETUP, data: { config, docs, options: { suggest: false } } });
    } catch {
      this.giveUp();
    }
  }

  giveUp() {
    this.show("Search did not start.", true);
  }

  listen(worker, failed) {
    this.worker = worker;
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (worker === this.worker) failed();
    });
    worker.addEventListener("message", ({ data: message }) => {
      if (worker !== this.worker) return;
      // A second READY (after falling back) would be lost on the bundle: send the last query again instead.
      if (message.type === READY && this.ready) return this.last && worker.postMessage(this.last);
      if (message.type === READY) this.ready = true;
      this.box.dispatchEvent(new MessageEvent("message", { data: message }));
      if (message.type === RESULT) this.tell(message.data);
    });
  }

  send(message) {
    if (message.type !== QUERY) return;
    this.last = message;
    this.worker?.postMessage(message);
  }

  /** Say what was done with the query: words mended or dropped, and in which language the pages are. */
  tell({ items, notes }) {
    const { dropped = [], mended = [], spanish = false } = notes ?? {};
    const said = [];
    if (mended.length && items.length) said.push(`Read as: ${mended.map(([, word]) => word).join(", ")}.`);
    if (dropped.length) said.push(`${items.length ? "Left out, as no page has it" : "No page has this"}: ${dropped.slice(0, 5).join(", ")}${dropped.length > 5 ? " …" : ""}.`);
    this.show(said.join(" "), !items.length && this.input.value.trim() !== "", spanish && items.length > 0);
  }

  /**
   * @param {string} text
   * @param {boolean} list whether to offer the list of all subjects
   * @param {boolean} spanish whether to say in Spanish that the pages are in English
   */
  show(text, list, spanish = false) {
    const parts = [];
    if (spanish) {
      const line = this.line("Estas páginas están en inglés. ");
      line.lang = "es";
      const english = Object.assign(document.createElement("span"), { lang: "en", textContent: "These pages are in English." });
      line.append(english);
      parts.push(line);
    }
    if (text) parts.push(this.line(text));
    if (list) {
      // Material's Enter key reads the first element inside each link, so there must be one.
      const link = Object.assign(document.createElement("a"), { href: new URL("questions/a-to-z/", this.base).href });
      const name = Object.assign(document.createElement("span"), { textContent: "All subjects, A to Z" });
      link.append(name);
      const line = this.line("Look in the list: ");
      line.append(link);
      parts.push(line);
    }
    this.notes.replaceChildren(...parts);
  }

  line(text) {
    return Object.assign(document.createElement("p"), { textContent: text });
  }
}
