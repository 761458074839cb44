import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { newKey } from '../core/http.js';
import { languageOptions } from '../core/languages.js';
import { lengthText } from '../core/time.js';
import { choice, field, valuesOf } from './field.js';
import { checkClass, draftOf, requestOf } from './class-details.js';
import { api } from './here.js';
import './notice.js';

/** Schedules a class: what, when in which time zone, for how many, with which plan. Tells `scheduled` when it stands. */
class ClassForm extends LitElement {
  static properties = { plans: {}, planId: {}, values: { state: true }, errors: { state: true }, problem: { state: true }, busy: { state: true } };

  static styles = [sheet, forms, css`
    .end {
      margin-top: 0.4rem;
    }
  `];

  constructor() {
    super();
    this.values = draftOf(new Date());
    this.errors = {};
    this.key = newKey();
  }

  willUpdate(changed) {
    if (changed.has('planId') && this.planId) this.choosePlan(this.planId);
  }

  choosePlan(planId) {
    const plan = this.plans?.find((p) => p.id === planId)?.plan;
    this.values = { ...this.current(), planId, ...(plan ? { lengthMinutes: Math.min(360, Math.max(5, Math.ceil(plan.lengthMs / 60000))) } : {}) };
    if (plan && !this.values.title) this.values.title = plan.title;
  }

  current() {
    const form = this.renderRoot?.querySelector('form');
    return form ? { ...this.values, ...valuesOf(form) } : this.values;
  }

  render() {
    const v = this.values;
    const f = (name, label, more = {}) => field({ name, label, value: v[name], error: this.errors[name], ...more });
    return html`<form novalidate @submit=${this.send} @focusout=${this.recheck}>
      ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
      ${f('title', 'Title', { maxlength: 120 })}
      ${f('style', 'Style', { hint: 'Cycling, strength, yoga …', maxlength: 60 })}
      ${f('start', 'Starts', { type: 'datetime-local' })}
      <div class="columns">${f('zone', 'Time zone', { list: 'zones', hint: 'The clock of the place.' })}
        ${f('lengthMinutes', 'Minutes', { type: 'number', min: 5, max: 360, inputmode: 'numeric' })}</div>
      <datalist id="zones">${Intl.supportedValuesOf('timeZone').map((z) => html`<option value=${z}></option>`)}</datalist>
      <div class="columns">${f('onlineCapacity', 'Places at home', { type: 'number', min: 0, max: 5000, inputmode: 'numeric' })}
        ${f('inRoomCapacity', 'Places in the room', { type: 'number', min: 0, max: 500, inputmode: 'numeric' })}
        ${f('price', 'Price', { inputmode: 'decimal', hint: '0 is free.' })}
        ${f('currency', 'Currency', { maxlength: 3 })}</div>
      <div class="columns">${choice({ name: 'language', label: 'Held in', value: v.language, error: this.errors.language, options: languageOptions('Not said', v.language) })}
        ${choice({ name: 'alsoLanguage', label: 'And in', value: v.alsoLanguage, options: languageOptions('No other', v.alsoLanguage) })}</div>
      <div class="field"><label for="planId">Workout</label>
        <select id="planId" name="planId" @change=${(e) => this.choosePlan(e.target.value)}>
          <option value="" ?selected=${!v.planId}>Without a plan</option>
          ${(this.plans ?? []).map((p) => html`<option value=${p.id} ?selected=${p.id === v.planId}>${p.plan.title} (${lengthText(p.plan.lengthMs)})</option>`)}
        </select></div>
      <div class="field"><label for="description">Description <span class="soft">(optional)</span></label>
        <textarea id="description" name="description" maxlength="2000" .value=${v.description}></textarea></div>
      <label class="tick"><input type="checkbox" name="trial" .checked=${v.trial}> The first class of a new member is free</label>
      <div class="row end"><button class="now" aria-disabled=${this.busy ? 'true' : nothing}>${this.busy ? 'Scheduling…' : 'Schedule the class'}</button></div>
    </form>`;
  }

  recheck(event) {
    const { name } = event.target;
    if (!name || !this.errors[name]) return;
    this.values = this.current();
    this.errors = { ...this.errors, [name]: checkClass(this.values)[name] };
  }

  async send(event) {
    event.preventDefault();
    if (this.busy) return;
    this.values = this.current();
    this.errors = checkClass(this.values);
    this.problem = null;
    if (Object.keys(this.errors).length) return this.point();
    this.busy = true;
    try {
      const made = await api.post('/classes', requestOf(this.values), { key: this.key });
      await api.post(`/classes/${made.id}/schedule`, undefined, { key: `${this.key}-s` });
      this.key = newKey();
      this.dispatchEvent(new CustomEvent('scheduled', { detail: made }));
    } catch (problem) {
      if (problem.field && problem.field in this.values) this.errors = { [problem.field]: problem.message };
      else this.problem = problem.message;
      if (problem.status) this.key = newKey();
      this.point();
    } finally {
      this.busy = false;
    }
  }

  async point() {
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-invalid]')?.focus();
  }
}

customElements.define('db-class-form', ClassForm);
