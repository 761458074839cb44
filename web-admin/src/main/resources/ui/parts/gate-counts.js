import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';

/** Who is inside, and how that came about: inside is entries less exits. Of each gate too, where there are several. */
class GateCounts extends LitElement {
  static properties = { door: {} };

  static styles = [sheet, css`
    dl {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: 0.6rem;
    }
    dt {
      font-size: var(--small);
      font-weight: 600;
      color: var(--ink-soft);
    }
    dd {
      font-size: 2rem;
    }
    li {
      padding-block: 0.3rem;
      overflow-wrap: anywhere;
    }
  `];

  render() {
    const { all, gates, untold } = this.door;
    return html`<dl>${figure('Inside', all.inside)}${figure('In', all.entries)}${figure('Out', all.exits)}${figure('Refused', all.refused)}</dl>
      ${gates.length > 1 ? html`<ul class="small">${gates.map((gate) => html`<li><b>${gate.name}</b>: ${gate.count.entries} in, ${gate.count.exits} out, ${gate.count.refused} refused</li>`)}</ul>` : nothing}
      ${untold ? html`<p class="small error">${untold} let in on a ticket that is none. Look at the devices.</p>` : nothing}`;
  }
}

function figure(name, value) {
  return html`<div><dt>${name}</dt><dd class="figure">${value}</dd></div>`;
}

customElements.define('db-gate-counts', GateCounts);
