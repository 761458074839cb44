/** Presses the button that carries a key, wherever below `root` it is; not while someone types. Returns how to stop. */
export function watchKeys(root, on) {
  const listen = (event) => {
    if (!on() || event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event)) return;
    const button = find(root.renderRoot, event.key.length === 1 ? event.key.toUpperCase() : event.key);
    if (!button || button.ariaDisabled === 'true') return;
    event.preventDefault();
    button.click();
  };
  addEventListener('keydown', listen);
  return () => removeEventListener('keydown', listen);
}

function typing(event) {
  const at = event.composedPath()[0];
  return at instanceof HTMLElement && (at.matches('input:not([type=checkbox]), textarea, select') || at.closest('dialog[open]') !== null);
}

function find(root, key) {
  for (const element of root.querySelectorAll('*')) {
    if (element.dataset?.key === key) return element;
    const inside = element.shadowRoot && find(element.shadowRoot, key);
    if (inside) return inside;
  }
  return null;
}
