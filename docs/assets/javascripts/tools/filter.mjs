/**
 * A text filter and select boxes above a long list. The list itself is complete without it.
 * `data-filter-facets` names the select boxes: facet -> [title, {word: title of the word}];
 * an item carries its words in `data-<facet>`, separated by spaces.
 */
export class Filter {
  /** @param {HTMLElement} root element around the list */
  constructor(root) {
    this.root = root;
    this.name = root.dataset.filterName;
    this.items = [...root.querySelectorAll(root.dataset.filterItem)];
    this.groups = [...root.querySelectorAll(root.dataset.filterGroup)];
    this.texts = new Map(this.items.map((item) => [item, `${item.textContent} ${item.dataset.words ?? ""}`.toLowerCase()]));
    root.prepend(this.form());
    this.apply();
  }

  form() {
    const form = document.createElement("form");
    form.className = "ias-filter";
    form.setAttribute("aria-label", `Filter ${this.name}`);
    this.input = document.createElement("input");
    this.input.type = "search";
    form.append(this.labelled(`Find in these ${this.name}`, this.input));
    const facets = JSON.parse(this.root.dataset.filterFacets);
    this.selects = Object.entries(facets).map(([facet, [title, words]]) => {
      const select = document.createElement("select");
      select.dataset.facet = facet;
      select.append(new Option("All", ""));
      const used = new Set(this.items.flatMap((item) => item.dataset[facet].split(" ")));
      for (const [word, name] of Object.entries(words)) if (used.has(word)) select.append(new Option(name, word));
      form.append(this.labelled(title, select));
      return select;
    });
    this.status = document.createElement("p");
    this.status.setAttribute("role", "status");
    form.append(this.status);
    form.addEventListener("input", () => this.apply());
    form.addEventListener("submit", (event) => event.preventDefault());
    return form;
  }

  labelled(title, control) {
    const label = document.createElement("label");
    label.append(title, control);
    return label;
  }

  apply() {
    const words = this.input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const item of this.items) {
      const fits =
        words.every((word) => this.texts.get(item).includes(word)) &&
        this.selects.every((select) => !select.value || item.dataset[select.dataset.facet].split(" ").includes(select.value));
      item.hidden = !fits;
      shown += fits;
    }
    for (const group of this.groups) group.hidden = this.items.some((item) => group.contains(item)) && !this.items.some((item) => group.contains(item) && !item.hidden);
    this.status.textContent = shown === this.items.length ? `All ${shown} ${this.name} are shown.` : `${shown} of ${this.items.length} ${this.name} are shown.`;
  }
}
