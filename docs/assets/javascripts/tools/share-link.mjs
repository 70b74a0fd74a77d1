/** Opens the share sheet of the device, where there is one. */
export class ShareLink {
  /** @param {HTMLElement} root holds the button; `data-address`, `data-title` and `data-text` are what is shared */
  constructor(root) {
    if (!navigator.share) return;
    root.hidden = false;
    const { address, title, text } = root.dataset;
    root.querySelector("button").addEventListener("click", () => navigator.share({ title, text, url: address }).catch(() => {})); // closed without sharing
  }
}
