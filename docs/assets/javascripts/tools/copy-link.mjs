/** Copies addresses: by the button of a page, and by the sign beside each heading. */

const HELD = 4000; // ms for which a message stands

/**
 * Copy text, also where the clipboard is closed to pages that came without encryption.
 * @param {string} text
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = Object.assign(document.createElement("textarea"), { value: text });
    field.setAttribute("aria-hidden", "true");
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}

let line;
let timer;

/** Tell everyone, screen readers too, what was done. @param {string} text */
export function tell(text) {
  if (!line) {
    line = document.createElement("p");
    line.className = "ias-told";
    line.setAttribute("role", "status");
    document.body.append(line);
  }
  line.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => (line.textContent = ""), HELD);
}

export class CopyLink {
  /** @param {HTMLElement} root holds the button; `data-address` is what is copied */
  constructor(root) {
    root.hidden = false;
    root.querySelector("button").addEventListener("click", async () => {
      const { address } = root.dataset;
      tell((await copy(address)) ? "Link copied." : `Copy this link: ${address}`);
    });
  }
}

/** The sign beside a heading is a link to it; following it also copies the address. @param {Document} page */
export function copyHeadings(page) {
  for (const link of page.querySelectorAll(".headerlink")) {
    link.title = "Copy link to this section";
    link.addEventListener("click", async () => tell((await copy(link.href)) ? "Link to this section copied." : `Copy this link: ${link.href}`));
  }
}
