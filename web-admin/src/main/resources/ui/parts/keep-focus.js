/**
 * Keeps the keyboard's place: when a render takes away or moves the control that has the focus, the focus goes back to it, or
 * to the nearest landing place around it. A landing place is an element with `tabindex="-1"`, also beyond this part's own root.
 */
export class KeepFocus {
  #path = null;

  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostUpdate() {
    const path = [...outwards(focused())];
    this.#path = this.host.renderRoot && path.includes(this.host.renderRoot) ? path : null;
  }

  hostUpdated() {
    if (!this.#path || document.activeElement !== document.body) return;
    const [control] = this.#path;
    (control.isConnected ? control : landing(this.#path))?.focus();
  }
}

/** The control that has the focus, through every shadow root. */
function focused() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

function* outwards(element) {
  for (let at = element; at; at = at.assignedSlot ?? at.parentNode ?? at.host) yield at;
}

function landing(path) {
  const place = '[tabindex="-1"]:not(input)';
  for (const around of path.filter((node) => node.isConnected)) {
    const found = around.matches?.(place) ? around : around.querySelector?.(place);
    if (found) return found;
  }
  return null;
}
