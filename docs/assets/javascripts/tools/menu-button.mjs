/**
 * Makes the menu and search buttons of a narrow screen work by keyboard and screen reader:
 * Material 9.8.1 draws them as labels that cannot be focused.
 * @param {Document} page
 */
export function openMenuByKeyboard(page) {
  for (const [id, name] of [["__drawer", "Menu"], ["__search", "Search"]]) {
    const box = page.getElementById(id);
    const button = page.querySelector(`label.md-header__button[for="${id}"]`);
    if (!box || !button) continue;
    button.setAttribute("role", "button");
    button.setAttribute("tabindex", "0");
    button.setAttribute("aria-label", name);
    const tell = () => button.setAttribute("aria-expanded", String(box.checked));
    box.addEventListener("change", tell);
    tell();
    button.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      button.click();
    });
  }
}
