import { html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';
import { incidentText } from '../core/gate-words.js';

/** What should not have happened at this door and did, as far as the server knows. */
class GateIncidents extends LitElement {
  static properties = { incidents: {} };

  static styles = [sheet];

  render() {
    if (!this.incidents.length) return html`<p class="soft">None.</p>`;
    return html`<ul>${this.incidents.map(({ ticket, holder, kinds }) => html`<li><b>${holder?.name || 'Walk-in'}</b>, ticket ${ticket}: ${incidentText(kinds)}</li>`)}</ul>`;
  }
}

customElements.define('db-gate-incidents', GateIncidents);
