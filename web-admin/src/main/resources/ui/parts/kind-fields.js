import { html, nothing } from 'lit';
import { CATEGORIES, MOST_KINDS } from '../core/pop-up-draft.js';
import { choice, field } from './field.js';

/** The kinds of tickets in the form of a pop-up, each with what it is called, for whom, how many, for how much; `add` and `remove` are told. */
export function kindFields({ kinds, errors, add, remove }) {
  return html`<fieldset><legend>Tickets</legend>
    <p class="small soft">Without times of sale a ticket can be had from the publication to the end. They are told on the clocks of the place.</p>
    ${errors.kinds ? html`<p class="small error" id="kinds-error" tabindex="-1" aria-invalid="true">${errors.kinds}</p>` : nothing}
    ${kinds.map((kind, i) => oneKind(kind, i, { errors, remove: kinds.length > 1 ? remove : null }))}
    ${kinds.length < MOST_KINDS ? html`<p><button type="button" @click=${add}>Another kind of ticket</button></p>` : nothing}</fieldset>`;
}

function oneKind(kind, i, { errors, remove }) {
  const of = (name, label, more = {}) => ({ name: `kinds[${i}].${name}`, label, value: kind[name], error: errors[`kinds[${i}].${name}`], ...more });
  return html`<div class="kind" role="group" aria-label="Kind ${i + 1}">
    <div class="columns">${field(of('name', 'Called', { maxlength: 60 }))}${choice(of('category', 'For whom', { options: Object.entries(CATEGORIES) }))}</div>
    <div class="columns">${field(of('quota', 'How many', { type: 'number', min: 1, max: 10000, inputmode: 'numeric' }))}
      ${field(of('price', 'Price', { inputmode: 'decimal' }))}
      ${field(of('perPerson', 'For one person', { type: 'number', min: 1, max: 20, inputmode: 'numeric' }))}</div>
    <div class="columns">${field(of('saleFrom', 'On sale from', { type: 'datetime-local', required: false }))}${field(of('saleUntil', 'On sale until', { type: 'datetime-local', required: false }))}</div>
    ${remove ? html`<p><button type="button" class="quiet at-start" @click=${() => remove(i)} aria-label="Remove: ${kind.name || `kind ${i + 1}`}">Remove</button></p>` : nothing}
  </div>`;
}
