/**
 * Shows a source beside its number while the pointer or the keyboard is on it.
 * Without JavaScript the number is a link to the list of sources.
 * It can be pointed at, stays until left, and closes with Escape (WCAG 1.4.13).
 */
export class CitationPreview {
  /** @param {HTMLAnchorElement} link link of a citation to its source on the same page */
  constructor(link) {
    this.link = link;
    this.source = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!this.source) return;
    link.addEventListener("focus", () => this.show());
    link.addEventListener("blur", () => this.hide());
    link.parentElement.addEventListener("pointerenter", () => this.show());
    link.parentElement.addEventListener("pointerleave", () => this.hide());
    link.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.hide();
    });
  }

  show() {
    if (this.preview) return;
    this.preview = document.createElement("span");
    this.preview.className = "ias-preview";
    this.preview.id = `${this.link.id}-preview`;
    this.preview.setAttribute("role", "tooltip");
    const copy = this.source.cloneNode(true);
    copy.querySelectorAll(".ias-source__back, .headerlink").forEach((element) => element.remove());
    this.preview.textContent = copy.textContent.replace(/\s+/g, " ").trim();
    this.link.parentElement.append(this.preview);
    this.link.setAttribute("aria-describedby", this.preview.id);
    this.keepInView();
    this.onKey = (event) => {
      if (event.key === "Escape") this.hide();
    };
    document.addEventListener("keydown", this.onKey);
  }

  /** Moves the preview sideways so that it never makes the page scroll. */
  keepInView() {
    const box = this.preview.getBoundingClientRect();
    const room = document.documentElement.clientWidth - 8;
    if (box.right > room) this.preview.style.left = `${room - box.right}px`;
  }

  hide() {
    if (!this.preview) return;
    this.preview.remove();
    this.preview = undefined;
    this.link.removeAttribute("aria-describedby");
    document.removeEventListener("keydown", this.onKey);
  }
}
