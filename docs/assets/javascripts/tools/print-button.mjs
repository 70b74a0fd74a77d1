/** Shows the print button, which does nothing without JavaScript and so is hidden until then. */
export class PrintButton {
  /** @param {HTMLElement} root element that holds the button */
  constructor(root) {
    root.hidden = false;
    root.querySelector("button").addEventListener("click", () => window.print());
  }
}
