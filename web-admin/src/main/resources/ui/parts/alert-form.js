import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { checkWish, DAYS, NEAR_KINDS, wishOf } from '../core/alert.js';
import { newKey } from '../core/http.js';
import { RADII } from '../core/near.js';
import { choice, field, valuesOf } from './field.js';
import { api } from './here.js';
import './notice.js';

/** What somebody wants to be told of: a new alert for `where`, or `it` said anew. Tells `saved`. */
class AlertForm extends LitElement {
  static properties = { it: {}, where: {}, radius: {}, kinds: {}, letters: { type: Boolean }, fault: { state: true }, refusal: { state: true }, busy: { state: true } };

  static styles = [sheet, forms, css`
    .two {
      display: grid;
      gap: var(--gap);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr));
    }
    fieldset {
      gap: 0.2rem;
    }
  `];

  constructor() {
    super();
    this.fault = {};
    this.key = newKey();
  }

  render() {
    const { it, fault } = this;
    const kinds = it?.kinds ?? this.kinds ?? [];
    const radius = it?.radius ?? this.radius;
    const radii = RADII.includes(radius) ? RADII : [radius, ...RADII];
    return html`<form novalidate @submit=${this.save} aria-label=${it ? 'Edit the alert' : 'New alert'}>
      ${this.refusal ? html`<db-notice kind="error">${this.refusal}</db-notice>` : nothing}
      ${choice({ name: 'radius', label: 'How far', value: radius, options: radii.map((m) => [m, `${m / 1000} km`]) })}
      ${this.ticks('What', NEAR_KINDS, (name) => !kinds.length || kinds.includes(name), fault.kinds, Boolean(fault.kinds))}
      ${field({ name: 'styles', label: 'Only these styles', value: it?.styles.join(', ') ?? '', required: false, maxlength: 300, hint: 'As classes have them, with commas between them, such as Yoga, Indoor cycling.' })}
      ${this.ticks('It begins on', DAYS, (name) => Boolean(it?.days.includes(name)), 'Any day if you tick none.')}
      <div class="two">${field({ name: 'from', label: 'Between', type: 'time', value: it?.from ?? '', required: false, error: fault.from ?? '' })}
        ${field({ name: 'to', label: 'and', type: 'time', value: it?.to ?? '', required: false })}</div>
      <fieldset><legend>Quiet hours</legend><label class="tick"><input type="checkbox" name="quiet" .checked=${it ? Boolean(it.quiet) : true}> Tell me nothing in these hours</label>
        <div class="two">${field({ name: 'quietFrom', label: 'From', type: 'time', value: it?.quiet?.from ?? '22:00', error: fault.quiet ?? '' })}
          ${field({ name: 'quietTo', label: 'To', type: 'time', value: it?.quiet?.to ?? '07:00' })}</div>
        <span class="small soft">You are told afterwards, if something is left and it has not begun.</span></fieldset>
      ${this.ticks('How', [['page', 'On this page'], ['letter', this.letters ? 'By e-mail and among my messages' : 'Among my messages']], (name) => (it ? it.by.includes(name) : name === 'page'), fault.by, Boolean(fault.by))}
      <fieldset><label class="tick"><input type="checkbox" name="consent" .checked=${Boolean(it)} aria-invalid=${fault.consent ? 'true' : nothing} aria-describedby=${fault.consent ? 'consent-error' : 'consent-hint'}> Keep the area and that I want to know</label>
        <span class="small soft" id="consent-hint">The area is a hexagon of about 5 km². Nothing finer is kept of where you are, and nothing at all once you delete the alert.</span>
        ${fault.consent ? html`<span class="small error" id="consent-error" role="alert">${fault.consent}</span>` : nothing}</fieldset>
      <p><button class="now" aria-disabled=${this.busy ? 'true' : nothing}>${it ? 'Save' : 'Tell me'}</button></p></form>`;
  }

  ticks(legend, options, ticked, hint = '', wrong = false) {
    return html`<fieldset><legend>${legend}</legend><div class="row">${options.map(([name, words]) => html`<label class="tick"><input type="checkbox" name=${name} .checked=${ticked(name)} aria-invalid=${wrong ? 'true' : nothing}> ${words}</label>`)}</div>
      ${hint ? html`<span class="small ${wrong ? 'error' : 'soft'}" role=${wrong ? 'alert' : nothing}>${hint}</span>` : nothing}</fieldset>`;
  }

  async save(event) {
    event.preventDefault();
    const values = valuesOf(event.target);
    this.fault = checkWish(values);
    this.refusal = null;
    if (Object.keys(this.fault).length) return this.point();
    if (this.busy) return;
    this.busy = true;
    const where = this.it ? { cell: this.it.area.cell } : this.where;
    const request = wishOf(values, where, this.it?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
    try {
      const saved = this.it ? await api.put(`/me/alerts/${this.it.alertId}`, request, `"${this.it.version}"`) : await api.post('/me/alerts', request, { key: this.key });
      this.key = newKey();
      this.dispatchEvent(new CustomEvent('saved', { detail: saved }));
    } catch (problem) {
      if (problem.status) this.key = newKey();
      this.refusal = problem.message;
    } finally {
      this.busy = false;
    }
  }

  async point() {
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-invalid=true]')?.focus();
  }
}

customElements.define('db-alert-form', AlertForm);
