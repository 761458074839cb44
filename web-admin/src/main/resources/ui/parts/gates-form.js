import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { checkGates, draftFrom, fieldOf, freshGate, MOST_GATES, requestOf, withForm } from '../core/gates-draft.js';
import { field, valuesOf } from './field.js';
import { api } from './here.js';
import { KeepFocus } from './keep-focus.js';
import './notice.js';

/** Where guests come in and go out, who and when: the gates of a pop-up. Tells `saved` with the door. */
class GatesForm extends LitElement {
  static properties = { it: {}, door: {}, gates: { state: true }, errors: { state: true }, problem: { state: true }, said: { state: true }, busy: { state: true } };

  static styles = [sheet, forms, css`
    .gate {
      display: grid;
      gap: 0.8rem;
      padding: 0.9rem;
      border: 1px solid var(--line);
      border-radius: var(--corner);
    }
    .ticks {
      display: flex;
      flex-wrap: wrap;
      column-gap: 1.2rem;
    }
    .tick {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    summary {
      cursor: pointer;
      min-height: var(--touch);
      align-content: center;
      font-weight: 600;
    }
    .more {
      display: grid;
      gap: 0.8rem;
    }
    form > [role='status']:empty {
      margin-top: calc(-1 * var(--gap));
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.errors = {};
  }

  /** The counters of the door come anew every few seconds; what somebody types stays until the gates themselves change. */
  willUpdate(changed) {
    if (changed.has('door') && this.door && this.door.version !== this.version && !this.dirty) {
      this.version = this.door.version;
      this.gates = draftFrom(this.door.gates, this.zone);
    }
  }

  get zone() {
    return this.it.place.zone;
  }

  current() {
    const form = this.renderRoot?.querySelector('form');
    return form ? withForm(this.gates, valuesOf(form)) : this.gates;
  }

  render() {
    if (!this.gates) return nothing;
    return html`<form novalidate @submit=${this.send} @input=${() => (this.dirty = true)} @focusout=${this.recheck}>
      ${this.gates.map((gate, i) => this.gate(gate, i))}
      ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
      <div role="status">${this.said ? html`<db-notice kind="good">${this.said}</db-notice>` : nothing}</div>
      <p class="row"><button class="now" aria-disabled=${this.busy ? 'true' : nothing}>${this.busy ? 'Saving…' : 'Save the gates'}</button>
        ${this.gates.length < MOST_GATES ? html`<button type="button" @click=${this.add}>Another gate</button>` : nothing}</p></form>`;
  }

  gate(gate, i) {
    const of = (name, label, more = {}) => ({ name: `gates[${i}].${name}`, label, value: gate[name], error: this.errors[`gates[${i}].${name}`], ...more });
    const called = gate.name || `gate ${i + 1}`;
    const at = { type: 'datetime-local', required: false };
    const way = this.errors[`gates[${i}].entry`];
    return html`<div class="gate" role="group" aria-label="Gate ${i + 1}">
      ${field(of('name', 'Called', { maxlength: 60 }))}
      <div role="group" aria-label="Ways through ${called}"><div class="ticks">${this.tick(i, 'entry', 'Entry', gate.entry, way)}${this.tick(i, 'exit', 'Exit', gate.exit)}${this.tick(i, 'reentry', 'Re-entry for who went out', gate.reentry)}</div>
        ${way ? html`<span class="small error" id="gates[${i}].entry-error">${way}</span>` : nothing}</div>
      <details ?open=${Boolean(gate.kinds.length || gate.openFrom || this.errors[`gates[${i}].openFrom`] || this.errors[`gates[${i}].openUntil`])}><summary>${limits(gate)}</summary><div class="more">
        <div role="group" aria-label="Tickets for ${called}"><p class="small soft">Only for these tickets; for all when none is ticked.</p><div class="ticks">${this.it.kinds.map(({ id, name }) => this.tick(i, `kind.${id}`, name, gate.kinds.includes(id)))}</div></div>
        <div class="columns">${field(of('openFrom', 'Lets in from', at))}${field(of('openUntil', 'Lets in until', at))}</div><p class="small soft">On the clocks of ${this.zone}; as long as the doors are open when empty.</p></div></details>
      ${this.gates.length > 1 ? html`<p><button type="button" class="quiet at-start" @click=${() => this.remove(i)} aria-label="Remove: ${called}">Remove</button></p>` : nothing}</div>`;
  }

  tick(i, name, label, on, error) {
    const id = `gates[${i}].${name}`;
    return html`<label class="tick"><input type="checkbox" id=${id} name=${id} .checked=${on} aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `${id}-error` : nothing}> ${label}</label>`;
  }

  async add() {
    this.gates = [...this.current(), freshGate()];
    this.changed();
    await this.updateComplete;
    this.renderRoot.getElementById(`gates[${this.gates.length - 1}].name`).focus();
  }

  remove(i) {
    this.gates = this.current().filter((_, at) => at !== i);
    this.changed();
  }

  changed() {
    this.dirty = true;
    this.errors = {};
    this.said = null;
  }

  recheck(event) {
    const { name } = event.target;
    if (!name || !this.errors[name]) return;
    this.gates = this.current();
    this.errors = { ...this.errors, [name]: checkGates(this.gates, this.zone)[name] };
  }

  async send(event) {
    event.preventDefault();
    if (this.busy) return;
    this.gates = this.current();
    this.errors = checkGates(this.gates, this.zone);
    this.problem = this.said = null;
    if (Object.keys(this.errors).length) return this.point();
    this.busy = true;
    try {
      const door = await api.put(`/pop-ups/${this.it.id}/gates`, requestOf(this.gates, this.zone), `"${this.version}"`);
      this.dirty = false;
      this.said = 'The gates are saved.';
      this.dispatchEvent(new CustomEvent('saved', { detail: door }));
    } catch (problem) {
      this.refused(problem);
    } finally {
      this.busy = false;
    }
  }

  refused(problem) {
    const at = fieldOf(problem.field);
    if (at) this.errors = { [at]: problem.message };
    else this.problem = problem.status === 412 ? 'Somebody has changed this pop-up meanwhile. Load the page again, then make your change.' : problem.message;
    this.point();
  }

  async point() {
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-invalid]')?.focus();
  }
}

/** What a closed gate says of its limits. */
function limits({ kinds, openFrom }) {
  if (!kinds.length && !openFrom) return 'For every ticket, as long as the doors are open';
  return `Limits: ${[kinds.length && 'some tickets', openFrom && 'a time of its own'].filter(Boolean).join(', ')}`;
}

customElements.define('db-gates-form', GatesForm);
