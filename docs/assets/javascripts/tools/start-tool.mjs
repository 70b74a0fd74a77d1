/**
 * Starts a tool from its `data-tool`. Its modules are fetched from this site when the page has one, and
 * nothing afterwards. If that fails, the page keeps what it shows without the tool.
 * @param {HTMLElement} root
 */
const FORMULAS = {
  "burn-time": () => import("./burn-time.mjs"),
  pressure: () => import("./pressure.mjs"),
  "table-load": () => import("./table-load.mjs"),
};

export async function startTool(root) {
  const name = root.dataset.tool;
  if (name === "before-you-book") {
    const { CheckForm } = await import("./check-form.mjs");
    new CheckForm(root);
  } else if (name === "kit") {
    const { KitForm } = await import("./kit-form.mjs");
    new KitForm(root);
  } else if (FORMULAS[name]) {
    const [{ Calculator }, { definition }] = await Promise.all([import("./calculator.mjs"), FORMULAS[name]()]);
    new Calculator(root, definition);
  }
}
