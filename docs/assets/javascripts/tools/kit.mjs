/** What the maker of sheets makes of the chosen pages, as plain functions. An entry is one page of therapists/kit.json. */

export const LONGEST_NAME = 120; // signs of the clinic's name

// Signs that steer the direction of text: loose ones would turn words round that are not the clinic's.
const STEERING = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * The name of a clinic on one line, cut to 120 signs.
 * @param {string} typed
 * @returns {{name: string, cut: boolean}}
 */
export function cleanName(typed) {
  const line = typed.replace(STEERING, "").replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  const signs = [...line];
  return { name: signs.slice(0, LONGEST_NAME).join("").trim(), cut: signs.length > LONGEST_NAME };
}

/** Text that can stand in HTML, in an attribute too. @param {string} text */
export function escaped(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A myth is named one, so that its title alone says nothing wrong. */
const named = ({ kind, title }) => (kind === "Myth" ? `Myth: ${title}` : title);

/** Groups of n, the last may be smaller. */
export function inPages(entries, n) {
  const pages = [];
  for (let start = 0; start < entries.length; start += n) pages.push(entries.slice(start, start + n));
  return pages;
}

/** The earliest day on which one of the pages was reviewed, as YYYY-MM-DD. */
export const oldestReview = (entries) => entries.map((entry) => entry.dates.reviewed_on).sort()[0];

/** Pages whose next review was due before today (YYYY-MM-DD). */
export const overdue = (entries, today) => entries.filter((entry) => entry.dates.next_review < today);

/** Who checked the pages: said once when it is the same for all, beside each page when it is not. */
const checkedAlike = (entries) => entries.every((entry) => entry.checked === entries[0].checked);

/**
 * A block for a website.
 * @param {object[]} entries @param {object} kit
 */
export function linksAsHtml(entries, kit) {
  const alike = checkedAlike(entries);
  const items = entries.map(
    (entry) => `    <li><a href="${escaped(entry.url)}">${escaped(named(entry))}</a> (reviewed ${entry.dates.reviewed_on}, next review due ${entry.dates.next_review})${alike ? "" : ` ${escaped(entry.checked)}`}</li>`,
  );
  return [
    '<section lang="en">',
    "  <p>Before and after massage with bare feet (ashiatsu):</p>",
    "  <ul>",
    ...items,
    "  </ul>",
    `  <p><strong>Warning signs.</strong> ${escaped(kit.warning)} <a href="${escaped(kit.warning_url)}">All warning signs and emergency numbers</a></p>`,
    `  <p>${alike ? `${escaped(entries[0].checked)} ` : ""}From ${escaped(kit.site)} Text: CC BY 4.0.</p>`,
    "</section>",
  ].join("\n");
}

/**
 * The same for an e-mail, as plain text with short addresses.
 * @param {object[]} entries @param {object} kit
 */
export function linksAsText(entries, kit) {
  const alike = checkedAlike(entries);
  const items = entries.map((entry) => `${named(entry)}\n${entry.code_url}\n(reviewed ${entry.dates.reviewed_on}, next review due ${entry.dates.next_review})${alike ? "" : `\n${entry.checked}`}`);
  return [
    "Before and after massage with bare feet (ashiatsu):",
    ...items,
    `WARNING SIGNS. ${kit.warning}\nAll warning signs and emergency numbers: ${kit.warning_url}`,
    `${alike ? `${entries[0].checked} ` : ""}From ${kit.site} Text: CC BY 4.0.`,
  ].join("\n\n");
}
