import { html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { api } from './here.js';
import { choice, field, valuesOf } from './field.js';
import './notice.js';

/** Makes this browser a device of the door: what it is called and at which gate it stands. Tells `ready` ({device, gate}). */
class GateSetup extends LitElement {
  static properties = { popUpId: {}, door: {}, problem: { state: true }, busy: { state: true } };

  static styles = [sheet, forms];

  render() {
    const error = this.problem?.field === 'name' ? this.problem.message : '';
    return html`<form class="panel" novalidate @submit=${this.send}>
      <h2>This device at the door</h2>
      <p class="soft">Its name stands on every scan it makes. It can be revoked at any time.</p>
      ${this.problem && !error ? html`<db-notice kind="error">${this.problem.message}</db-notice>` : nothing}
      ${field({ name: 'name', label: 'Name of this device', maxlength: 60, value: 'Phone at the door', error, autocomplete: 'off' })}
      ${this.door.gates.length > 1 ? choice({ name: 'gate', label: 'Gate', options: this.door.gates.map(({ id, name }) => [id, name]) }) : nothing}
      <p><button class="now" aria-disabled=${this.busy ? 'true' : nothing}>Start scanning</button></p></form>`;
  }

  async send(event) {
    event.preventDefault();
    if (this.busy) return;
    const { name, gate } = valuesOf(event.target);
    this.problem = name ? null : { field: 'name', message: 'Give this device a name.' };
    if (this.problem) return;
    this.busy = true;
    try {
      const device = await api.post(`/pop-ups/${this.popUpId}/devices`, { name });
      this.dispatchEvent(new CustomEvent('ready', { detail: { device, gate: gate ?? this.door.gates[0].id } }));
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('db-gate-setup', GateSetup);
