import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { checkPopUp, draftFrom, draftOf, fieldOf, freshKind, requestOf, withForm } from '../core/pop-up-draft.js';
import { newKey } from '../core/http.js';
import { languageOptions } from '../core/languages.js';
import { area, choice, field, valuesOf } from './field.js';
import { api } from './here.js';
import { kindFields } from './kind-fields.js';
import { KeepFocus } from './keep-focus.js';
import './notice.js';

/** Writes a pop-up down, a new one or one that there is. Every refusal stands at its field. Tells `saved` with the pop-up. */
class PopUpForm extends LitElement {
  static properties = { it: {}, classes: {}, host: {}, values: { state: true }, errors: { state: true }, problem: { state: true }, busy: { state: true } };

  static styles = [sheet, forms, css`
    legend {
      font-size: var(--large);
      margin-bottom: 0.8rem;
    }
    .kind {
      display: grid;
      gap: 0.8rem;
      padding: 0.9rem;
      border: 1px solid var(--line);
      border-radius: var(--corner);
    }
    form {
      gap: 1.8rem;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.errors = {};
    this.key = newKey();
  }

  willUpdate(changed) {
    if (changed.has('it') && this.it?.id !== this.shown) this.values = draftFrom(this.it);
    this.values ??= { ...draftOf(new Date()), host: this.host ?? '' };
    this.shown = this.it?.id;
  }

  current() {
    const form = this.renderRoot?.querySelector('form');
    return form ? withForm(this.values, valuesOf(form)) : this.values;
  }

  render() {
    const v = this.values;
    const of = (name, label, more = {}) => ({ name, label, value: v[name], error: this.errors[name], ...more });
    const number = (min, max) => ({ type: 'number', min, max, inputmode: 'numeric' });
    return html`<form novalidate @submit=${this.send} @focusout=${this.recheck}>
      <fieldset><legend>What</legend>${field(of('title', 'Title', { maxlength: 120 }))}${field(of('host', 'Host', { maxlength: 120, hint: 'Who receives the guests.' }))}
        ${area(of('description', 'Description', { maxlength: 4000 }))}
        <div class="columns">${choice(of('language', 'Held in', { options: languageOptions('Not said', v.language) }))}${choice(of('alsoLanguage', 'And in', { options: languageOptions('No other', v.alsoLanguage) }))}</div></fieldset>
      <fieldset><legend>When</legend>
        <div class="columns">${field(of('start', 'Starts', { type: 'datetime-local' }))}${field(of('place.zone', 'Time zone', { list: 'zones', hint: 'The clock of the place.' }))}</div>
        <datalist id="zones">${Intl.supportedValuesOf('timeZone').map((z) => html`<option value=${z}></option>`)}</datalist>
        <div class="columns">${field(of('lengthMinutes', 'Minutes', number(15, 1440)))}${field(of('doorsEarlyMinutes', 'Doors open, minutes before', number(0, 240)))}</div></fieldset>
      <fieldset><legend>Where</legend>${field(of('place.name', 'Place', { maxlength: 120 }))}${field(of('place.address', 'Address', { maxlength: 300 }))}
        ${field(of('place.point', 'Coordinates', { hint: 'Latitude and longitude, as maps give them: 52.52, 13.405.' }))}
        ${area(of('place.accessibility', 'Accessibility', { maxlength: 1000, hint: 'Steps, lifts, toilets, loud sound, strong light.' }))}</fieldset>
      <fieldset><legend>How many</legend>
        <div class="columns">${field(of('capacity', 'Places in all', number(1, 10000)))}${field(of('currency', 'Currency', { maxlength: 3 }))}</div></fieldset>
      ${kindFields({ kinds: v.kinds, errors: this.errors, add: () => this.changeKinds((kinds) => [...kinds, freshKind()]), remove: (i) => this.changeKinds((kinds) => kinds.filter((_, at) => at !== i)) })}
      <fieldset><legend>Giving back</legend>
        <div class="columns">${field(of('cancellation.earlyHours', 'Everything back until, hours before', number(0, 1440)))}${field(of('cancellation.lateRefundPercent', 'Later, percent back', number(0, 100)))}</div></fieldset>
      ${choice(of('linkedClass', 'Class it is the room of', { options: [['', 'None'], ...(this.classes ?? [])] }))}
      ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
      <p><button class="now" aria-disabled=${this.busy ? 'true' : nothing}>${this.busy ? 'Saving…' : this.it ? 'Save the changes' : 'Save as a draft'}</button></p>
    </form>`;
  }

  async changeKinds(change) {
    const was = this.current();
    const kinds = change(was.kinds);
    this.values = { ...was, kinds };
    this.errors = {};
    await this.updateComplete;
    if (kinds.length > was.kinds.length) this.renderRoot.getElementById(`kinds[${kinds.length - 1}].name`).focus();
  }

  recheck(event) {
    const { name } = event.target;
    if (!name || !this.errors[name]) return;
    this.values = this.current();
    this.errors = { ...this.errors, [name]: checkPopUp(this.values)[name] };
  }

  async send(event) {
    event.preventDefault();
    if (this.busy) return;
    this.values = this.current();
    this.errors = checkPopUp(this.values);
    this.problem = null;
    if (Object.keys(this.errors).length) return this.point();
    this.busy = true;
    try {
      const request = requestOf(this.values);
      const saved = this.it ? await api.put(`/pop-ups/${this.it.id}`, request, `"${this.it.version}"`) : await api.post('/pop-ups', request, { key: this.key });
      this.key = newKey();
      this.values = draftFrom(saved);
      this.dispatchEvent(new CustomEvent('saved', { detail: saved }));
    } catch (problem) {
      this.refused(problem);
    } finally {
      this.busy = false;
    }
  }

  refused(problem) {
    const at = fieldOf(problem.field, this.values);
    if (at) this.errors = { [at]: problem.message };
    else this.problem = problem.status === 412 ? 'Somebody has changed this pop-up meanwhile. Load the page again, then make your change.' : problem.message;
    if (problem.status) this.key = newKey();
    this.point();
  }

  /** Shows a refusal that another act met, such as publishing, at its field. False when it has none here. */
  showRefusal(problem) {
    const at = fieldOf(problem.field, this.values);
    if (!at) return false;
    this.errors = { [at]: problem.message };
    this.point();
    return true;
  }

  async point() {
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-invalid]')?.focus();
  }
}

customElements.define('db-pop-up-form', PopUpForm);
