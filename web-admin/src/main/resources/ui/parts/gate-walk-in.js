import { html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { newKey } from '../core/http.js';
import { priceText } from '../core/kind-words.js';
import { api } from './here.js';
import { choice, field, valuesOf } from './field.js';
import './notice.js';

/** Sells a ticket at the door and lets its holder in. Selling needs the server, since others sell at the same time. Tells `sold` ({scan, verdict}). */
class GateWalkIn extends LitElement {
  static properties = { kinds: {}, path: {}, where: {}, cut: {}, supervisor: {}, kind: { state: true }, problem: { state: true }, busy: { state: true } };

  static styles = [sheet, forms];

  render() {
    if (this.cut) return html`<p class="soft">Selling needs the connection: others may be taking the same places. It is back here as soon as the connection is.</p>`;
    const kind = this.chosen;
    const free = !kind.price.minor;
    return html`<form novalidate @submit=${this.sell}>
      ${this.problem ? html`<db-notice kind="error">${this.problem.message}</db-notice>` : nothing}
      ${choice({ name: 'kind', label: 'Ticket', value: kind.id, options: this.kinds.map((it) => [it.id, `${it.name}, ${priceText(it.price)}`]) })}
      ${free ? nothing : html`<label class="tick"><input type="checkbox" name="paid"> ${priceText(kind.price)} is paid</label>`}
      ${this.full ? field({ name: 'why', label: 'Why beyond the capacity', maxlength: 280, hint: 'It goes on record.', autocomplete: 'off' }) : nothing}
      <p><button class="now" aria-disabled=${this.busy ? 'true' : nothing}>Let in</button></p></form>`;
  }

  get chosen() {
    return this.kinds.find(({ id }) => id === this.kind) ?? this.kinds[0];
  }

  /** A supervisor may sell where the server has said no. */
  get full() {
    return this.supervisor && this.problem?.status === 409;
  }

  firstUpdated() {
    this.renderRoot.addEventListener('change', ({ target }) => target.name === 'kind' && this.choose(target.value));
  }

  choose(kind) {
    this.kind = kind;
    this.problem = null;
  }

  /** The nonce belongs to the guest who stands there: a repeat after a lost answer is the same walk-in. */
  async sell(event) {
    event.preventDefault();
    if (this.busy) return;
    const form = event.target;
    const { paid = false, why } = valuesOf(form);
    this.nonce ??= newKey();
    this.busy = true;
    try {
      const free = !this.chosen.price.minor;
      const scan = { nonce: this.nonce, gate: this.where.gate, device: this.where.device, direction: 'ENTRY' };
      const verdict = await api.post(`${this.path}/walk-ins`, { nonce: scan.nonce, kind: this.chosen.id, paid: free || paid, gate: scan.gate, device: scan.device, ...(why ? { override: why } : {}) });
      this.problem = this.nonce = null;
      form.reset();
      this.dispatchEvent(new CustomEvent('sold', { detail: { scan, verdict } }));
    } catch (problem) {
      this.problem = problem;
      if (problem.status) this.nonce = null;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('db-gate-walk-in', GateWalkIn);
