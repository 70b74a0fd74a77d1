/**
 * Binds the formulas of one tool to its form: reads the fields, says beside a field what is wrong with it,
 * writes the results, switches units, and keeps the numbers in the address after "#".
 * The table in the page says the same without it. Nothing is stored and nothing is sent.
 */
import { UNITS, parseNumber, typed } from "./quantities.mjs";

export class Calculator {
  /**
   * @param {HTMLElement} root element with `data-tool`
   * @param {object} definition outputs, derived fields, and messages of the tool
   */
  constructor(root, definition) {
    this.root = root;
    this.name = root.dataset.tool;
    this.definition = definition;
    this.form = root.querySelector("form");
    this.fields = new Map([...this.form.querySelectorAll("input[data-quantity]")].map((input) => [input.name, { input, error: this.form.querySelector(`#${input.id}-error`) }]));
    this.choices = [...this.form.querySelectorAll("select[name]")];
    this.status = this.form.querySelector("[role='status']");
    this.units = this.form.elements.units.value;
    for (const field of this.fields.values()) this.read(field);
    this.restore();
    this.form.addEventListener("input", (event) => this.onInput(event));
    this.form.addEventListener("change", () => this.tell());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.querySelector("[data-start-values]").addEventListener("click", () => this.startAgain());
    addEventListener("hashchange", () => this.restore());
    this.form.hidden = false;
    root.querySelector(".ias-tool__static").open = false;
  }

  /** Reads one field: its value in the unit of the sums, or the problem in words. */
  read(field) {
    const { quantity, min, max } = field.input.dataset;
    const unit = UNITS[quantity][this.units];
    const result = parseNumber(field.input.value);
    field.value = undefined;
    field.problem = result.problem;
    if (field.problem) return;
    const value = unit.to(result.value);
    // A hair of room, so that a limit typed in the other unit still counts as within.
    const [low, high] = [Number(min), Number(max)];
    const room = 1e-6 * Math.max(1, Math.abs(high));
    const outside = this.definition.outside?.[field.input.name];
    const bounds = `${typed(unit.from(low))} to ${typed(unit.from(high))} ${unit.sign}`;
    if (result.value <= 0 && low > 0 && quantity !== "temperature") field.problem = `This must be above zero. Please type ${bounds}.`;
    else if (value < low - room) field.problem = outside?.below ?? `This is too small to be meant. Please type ${bounds}.`;
    else if (value > high + room) field.problem = outside?.above ?? `This is too big to be meant. Please type ${bounds}.`;
    else field.value = Math.min(high, Math.max(low, value));
  }

  write(field, value) {
    field.input.value = typed(UNITS[field.input.dataset.quantity][this.units].from(value));
    field.value = value;
    field.problem = undefined;
  }

  onInput(event) {
    if (event.target.name === "units") this.switchUnits(event.target.value);
    const field = this.fields.get(event.target.name);
    if (field) {
      this.read(field);
      this.derive(event.target.name);
    }
    this.show();
    this.keepInAddress();
  }

  /** Writes the new unit's number; the value itself stays, so that switching back loses nothing. */
  switchUnits(units) {
    this.units = units;
    for (const field of this.fields.values()) {
      if (field.value === undefined) this.read(field);
      else this.write(field, field.value);
    }
  }

  derive(changed) {
    for (const [name, { from, value }] of Object.entries(this.definition.derived ?? {})) {
      if (from.includes(changed) && from.every((source) => this.fields.get(source).value !== undefined)) this.write(this.fields.get(name), value(this.values()));
    }
  }

  values() {
    const values = Object.fromEntries([...this.fields].map(([name, field]) => [name, field.value]));
    for (const choice of this.choices) values[choice.name] = choice.value;
    return values;
  }

  show() {
    const values = this.values();
    for (const { input, value, problem, error } of this.fields.values()) {
      const unit = this.form.querySelector(`[data-unit-of="${input.name}"]`);
      if (unit) unit.textContent = UNITS[input.dataset.quantity][this.units].sign;
      error.textContent = problem ?? "";
      error.hidden = !problem;
      if (problem) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      input.dataset.value = value ?? "";
    }
    const results = {};
    for (const [name, { needs, value, text }] of Object.entries(this.definition.outputs)) {
      const output = this.form.elements[name];
      if (needs.every((need) => values[need] !== undefined)) {
        results[name] = value(values);
        output.dataset.value = String(results[name]);
        output.value = text(results[name], values);
      } else {
        output.dataset.value = "";
        output.value = "waits for a number";
      }
      output.closest("[data-result]")?.classList.toggle("ias-result--over", results[name] < 0);
    }
    this.showBars(results);
  }

  showBars(results) {
    const names = this.definition.bars?.max ?? [];
    const longest = Math.max(...names.map((name) => results[name] ?? 0));
    for (const name of names) {
      const bar = this.form.querySelector(`[data-bar-of="${name}"]`);
      bar.style.inlineSize = results[name] ? `${Math.max(1, (100 * results[name]) / longest)}%` : "0";
    }
  }

  /** One sentence for screen readers when a field is left, instead of one at every key. */
  tell() {
    const problems = [...this.fields.values()].filter((field) => field.problem);
    const results = [...this.form.querySelectorAll("output[data-said-as]")].map((output) => `${output.dataset.saidAs}: ${output.value}`);
    this.status.textContent = problems.length ? problems.map((field) => `${field.input.labels[0].textContent}: ${field.problem}`).join(" ") : results.join(". ");
  }

  startAgain() {
    this.form.reset();
    this.units = this.form.elements.units.value;
    for (const field of this.fields.values()) this.read(field);
    this.show();
    this.tell();
    if (this.own(location.hash)) history.replaceState(history.state, "", location.pathname + location.search);
  }

  own(hash) {
    return hash.startsWith(`#${this.name}?`);
  }

  /** The numbers as typed, so that a shared address opens with the same picture. */
  keepInAddress() {
    const state = new URLSearchParams([...this.choices, ...[...this.fields.values()].map((field) => field.input)].map((control) => [control.name, control.value]));
    try {
      history.replaceState(history.state, "", `#${this.name}?${state}`);
    } catch {
      // Safari allows 100 changes in 30 seconds; the next one brings the address up to date.
    }
  }

  restore() {
    if (this.own(location.hash)) {
      const state = new URLSearchParams(location.hash.slice(this.name.length + 2));
      for (const choice of this.choices) {
        const wanted = state.get(choice.name);
        if ([...choice.options].some((option) => option.value === wanted)) choice.value = wanted;
      }
      this.units = this.form.elements.units.value;
      for (const field of this.fields.values()) {
        if (state.has(field.input.name)) field.input.value = state.get(field.input.name).slice(0, 40);
        this.read(field);
      }
      this.root.scrollIntoView();
    }
    this.show();
  }
}
