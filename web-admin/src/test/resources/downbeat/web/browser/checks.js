/** What can be seen to be wrong with a page by looking at its elements, through every shadow root; a list of sentences. */
(() => {
  const walk = (root, found = []) => {
    for (const element of root.querySelectorAll('*')) {
      found.push(element);
      if (element.shadowRoot) walk(element.shadowRoot, found);
    }
    return found;
  };
  const above = (node) => node.assignedSlot ?? node.parentElement ?? (node.getRootNode() instanceof ShadowRoot ? node.getRootNode().host : null);
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== 'hidden' && !element.closest('[hidden], dialog:not([open]), details:not([open]) > :not(summary)');
  };
  const colour = (text) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return { r, g, b, a: a / 255 };
  };
  const luminance = ({ r, g, b }) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let at = element; at; at = above(at)) {
      const here = colour(getComputedStyle(at).backgroundColor);
      if (here.a > 0.99) return here;
    }
    return colour(getComputedStyle(document.documentElement).backgroundColor);
  };
  const contrast = (text, element) => {
    const [a, b] = [luminance(colour(text)), luminance(ground(element))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const all = walk(document);
  const wrong = [];
  const overflow = document.documentElement.scrollWidth - innerWidth;
  if (overflow > 0) wrong.push(`scrolls sideways by ${overflow} px`);
  if (all.filter((e) => e.localName === 'h1' && e.getClientRects().length).length > 1) wrong.push('more than one first heading');
  const ids = (element, attribute) => (element.getAttribute(attribute) ?? '').split(' ').filter(Boolean).map((id) => element.getRootNode().getElementById(id));
  for (const element of all) {
    for (const attribute of ['aria-labelledby', 'aria-describedby']) if (ids(element, attribute).includes(null)) wrong.push(`${element.localName} points at a missing ${attribute}`);
    if (!element.matches('button, a[href], input, select, textarea, [role=slider], [role=img], [role=region], progress') || element.getAttribute('aria-hidden') === 'true' || !seen(element)) continue;
    const name = element.getAttribute('aria-label') || ids(element, 'aria-labelledby').map((e) => e?.textContent).join('') || [...(element.labels ?? [])].map((l) => l.textContent).join('') || element.textContent;
    if (!name.trim()) wrong.push(`${element.localName} without a name: ${element.outerHTML.slice(0, 80)}`);
  }
  // 44 px on a phone; 24 px (WCAG 2.2, 2.5.8) with a mouse and for links within a sentence. A tick is as large as its label.
  const least = (element) => (innerWidth >= 600 || (element.localName === 'a' && getComputedStyle(element).display === 'inline') ? 24 : 44);
  for (const element of all.filter((e) => e.matches('button, a[href], input, select, textarea, summary, [role=slider]') && seen(e) && !e.matches('.unseen'))) {
    const box = (element.matches('[type=checkbox], [type=radio]') ? element.closest('label') ?? element : element).getBoundingClientRect();
    if (Math.min(box.width, box.height) < least(element) - 0.01) wrong.push(`too small to touch, ${Math.round(box.width)} × ${Math.round(box.height)} px: ${element.outerHTML.slice(0, 80)}`);
  }
  let level = 0;
  for (const heading of all.filter((e) => e.matches('h1, h2, h3, h4, h5, h6') && e.getClientRects().length && !e.closest('dialog:not([open])'))) {
    const here = Number(heading.localName[1]);
    if (here > level + 1) wrong.push(`h${here} “${heading.textContent.trim()}” follows ${level ? `h${level}` : 'nothing'}`);
    level = here;
  }
  if (!document.documentElement.lang) wrong.push('no language');
  for (const element of all) {
    const text = [...element.childNodes].filter((n) => n.nodeType === 3).map((n) => n.textContent).join('').trim();
    if (!text || !seen(element) || element.matches('option, script, style, title, noscript, .unseen') || element.closest(':disabled, [aria-disabled=true]')) continue;
    const style = getComputedStyle(element);
    const ratio = contrast(style.color, element);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (globalThis.leastContrast ?? (large ? 3 : 4.5))) wrong.push(`contrast ${ratio.toFixed(2)} of “${text.slice(0, 40)}”`);
  }
  for (const element of all.filter((e) => e.placeholder && seen(e))) {
    const ratio = contrast(getComputedStyle(element, '::placeholder').color, element);
    if (ratio < 4.5) wrong.push(`contrast ${ratio.toFixed(2)} of the placeholder “${element.placeholder}”`);
  }
  return wrong;
})();
