/**
 * Gives Material's search dialog the accessible name it lacks (Material 9.8.1).
 * @param {Document} page
 */
export function nameSearchDialog(page) {
  page.querySelector(".md-search[role='dialog']")?.setAttribute("aria-label", "Search");
}
