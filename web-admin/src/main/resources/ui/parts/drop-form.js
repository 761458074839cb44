import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { AUDIENCES, checkDrop, copyOfDrop, draftOfDrop, dropRequest, freshBundle, freshDrop, freshPoint, freshWindow, withComponent, withForm, withoutComponent } from '../core/drop-draft.js';
import { ONLINE } from '../core/drop-words.js';
import { newKey } from '../core/http.js';
import { area, choice, field, valuesOf } from './field.js';
import { api } from './here.js';
import { KeepFocus } from './keep-focus.js';
import './notice.js';

const number = (min, max) => ({ type: 'number', min, max, inputmode: 'numeric' });

/** Composes a drop, a new one, one that there is, or one like a past one (`from`). Every refusal stands at its field. Tells `saved` with the drop. */
class DropForm extends LitElement {
  static properties = { it: {}, from: {}, classes: {}, popUps: {}, values: { state: true }, errors: { state: true }, problem: { state: true }, busy: { state: true }, room: { state: true }, assets: { state: true } };

  static styles = [sheet, forms, css`
    form {
      gap: 1.8rem;
    }
    legend {
      font-size: var(--large);
      margin-bottom: 0.8rem;
    }
    .one {
      display: grid;
      gap: 0.8rem;
      grid-template-columns: minmax(0, 1fr);
      padding: 0.9rem;
      border: 1px solid var(--line);
      border-radius: var(--corner);
    }
    .thing {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.6rem;
      align-items: end;
    }
    .few {
      display: grid;
      gap: var(--gap);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 7rem), 1fr));
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.errors = {};
    this.key = newKey();
    this.assets = [];
  }

  willUpdate(changed) {
    if (changed.has('it') && this.it && this.it.dropId !== this.shown) this.values = draftOfDrop(this.it);
    this.shown = this.it?.dropId;
    this.values ??= this.from ? copyOfDrop(this.from, Date.now()) : freshDrop();
    if (this.values.classId !== this.looked) this.lookUp(this.values.classId);
  }

  /** What belongs to the class: the pop-up that is its room, and its files. */
  async lookUp(classId) {
    this.looked = classId;
    const [room, assets] = classId ? await Promise.all([api.get(`/classes/${classId}/room`).catch(() => null), api.get(`/classes/${classId}/assets`).catch(() => null)]) : [null, null];
    if (this.looked !== classId) return;
    this.room = room?.id ? room : null;
    this.assets = (assets?.assets ?? []).map(({ url, name }) => ({ file: url.split('/').at(-1), name }));
  }

  /** Pop-ups that can be points, by their id. */
  get places() {
    const known = new Map([...(this.popUps ?? []), ...(this.room ? [this.room] : [])].map((it) => [it.id, it]));
    return [...known.values()].filter(({ phase }) => !['CANCELLED', 'CLOSED'].includes(phase));
  }

  current() {
    const form = this.renderRoot?.querySelector('form');
    return form ? withForm(this.values, valuesOf(form), this.assets) : this.values;
  }

  of(name, label, more = {}) {
    const value = name.split(/[.[\]]+/).filter(Boolean).reduce((at, key) => at?.[key], this.values);
    return { name, label, value, error: this.errors[name], ...more };
  }

  render() {
    const v = this.values;
    return html`<form novalidate @submit=${this.send} @focusout=${this.recheck} @change=${this.chosen}>
      <fieldset><legend>What</legend>${field(this.of('title', 'Title', { maxlength: 120 }))}${area(this.of('description', 'Description', { maxlength: 4000 }))}
        ${choice(this.of('classId', 'Opens when this class closes', { options: [['', 'None: I open it myself'], ...(this.classes ?? [])] }))}</fieldset>
      <fieldset><legend>Things</legend><p class="small soft">What bundles are made of. The stock of each is counted for itself.</p>
        ${v.components.map((it, i) => html`<div class="thing">${field(this.of(`components[${i}].name`, `Thing ${i + 1}`, { maxlength: 80 }))}${v.components.length > 1 ? this.remove(`Remove: ${it.name || `thing ${i + 1}`}`, (was) => withoutComponent(was, i)) : nothing}</div>`)}
        <p>${this.add('Another thing', withComponent, `components[${v.components.length}].name`)}</p></fieldset>
      <fieldset><legend>Bundles</legend><div class="columns">${field(this.of('perMember', 'For one member, in all', number(1, 100)))}${field(this.of('currency', 'Currency', { maxlength: 3 }))}</div>
        ${v.bundles.map((_, i) => this.bundle(i))}
        <p>${this.add('Another bundle', (was) => ({ ...was, bundles: [...was.bundles, freshBundle(was.components.length)] }), `bundles[${v.bundles.length}].name`)}</p></fieldset>
      <fieldset><legend>Where it is collected</legend>${this.errors.points ? html`<p class="small error" tabindex="-1" aria-invalid="true">${this.errors.points}</p>` : nothing}
        ${v.points.map((_, i) => this.point(i))}${this.morePoints()}</fieldset>
      <fieldset><legend>Who may claim</legend>${choice(this.of('audience', 'For whom', { options: Object.entries(AUDIENCES) }))}
        ${v.audience ? html`<div class="columns">${field(this.of('percent', 'There for this percent of the class', number(0, 100)))}${field(this.of('reps', 'Or this many repetitions', { ...number(0, 1000000), hint: '0: they do not count.' }))}${field(this.of('headStartSeconds', 'Head start of those in the room, seconds', number(0, 600)))}</div>` : nothing}</fieldset>
      <fieldset><legend>When</legend><div class="columns">${field(this.of('openMinutes', 'Open for, minutes', number(1, 10080)))}${field(this.of('holdMinutes', 'Kept for who pays online, minutes', number(1, 30)))}
        ${field(this.of('graceMinutes', 'Kept after a pickup window, minutes', number(0, 1440)))}${field(this.of('perSecond', 'Let in from the waiting room each second', { ...number(0, 10000), hint: '0: no waiting room.' }))}</div></fieldset>
      ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
      <p><button class="now" aria-disabled=${this.busy ? 'true' : nothing}>${this.busy ? 'Saving…' : this.it ? 'Save the changes' : 'Save as a draft'}</button></p></form>`;
  }

  bundle(i) {
    const { bundles, components } = this.values;
    const its = `bundles[${i}]`;
    return html`<div class="one" role="group" aria-label="Bundle ${i + 1}"><div class="columns">${field(this.of(`${its}.name`, 'Called', { maxlength: 120 }))}${field(this.of(`${its}.price`, 'Price', { inputmode: 'decimal' }))}</div>
      ${area(this.of(`${its}.description`, 'What it is', { maxlength: 2000 }))}
      <div class="few">${components.map(({ name }, c) => field(this.of(`${its}.contents[${c}]`, name || `Thing ${c + 1}`, number(0, 100))))}</div>
      ${this.assets.length ? html`<div role="group" aria-label="Files to download"><p class="small soft">With a file it is a download: fetched online, at no counter.</p>${this.assets.map(({ file, name }) => html`<label class="tick"><input type="checkbox" name="${its}.file.${file}" ?checked=${bundles[i].files.some(({ asset }) => asset === file)}> ${name}</label>`)}</div>` : nothing}
      ${bundles.length > 1 ? html`<p>${this.remove(`Remove: ${bundles[i].name || `bundle ${i + 1}`}`, (was) => ({ ...was, bundles: was.bundles.filter((_, at) => at !== i) }))}</p>` : nothing}</div>`;
  }

  point(i) {
    const { points, components } = this.values;
    const it = points[i];
    const its = `points[${i}]`;
    const name = it.point === ONLINE ? 'Online, for downloads' : this.places.find(({ id }) => id === it.point)?.title ?? this.it?.points.find(({ point }) => point === it.point)?.name ?? it.point;
    const window = (n) => html`<div class="columns">${field(this.of(`${its}.windows[${n}].start`, 'Pickup from', { type: 'datetime-local' }))}${field(this.of(`${its}.windows[${n}].minutes`, 'Minutes', number(1, 1440)))}${field(this.of(`${its}.windows[${n}].capacity`, 'Claims at most', number(1, 10000)))}</div>
      ${it.windows.length > 1 ? html`<p>${this.remove(`Remove: window ${n + 1} of ${name}`, (was) => this.changed(was, i, (p) => ({ ...p, windows: p.windows.filter((_, at) => at !== n) })))}</p>` : nothing}`;
    return html`<div class="one" role="group" aria-label=${name}><h3>${name}</h3><div class="few">${components.map((c, n) => field(this.of(`${its}.stock[${n}]`, `Stock: ${c.name || `thing ${n + 1}`}`, number(0, 100000))))}</div>
      ${it.point === ONLINE ? nothing : html`<p class="small soft">Windows are told on the clocks of the place.</p>${it.windows.map((_, n) => window(n))}
        <p>${this.add('Another window', (was) => this.changed(was, i, (p) => ({ ...p, windows: [...p.windows, freshWindow(p.windows.at(-1))] })), `${its}.windows[${it.windows.length}].start`, `Another window: ${name}`)}</p>`}
      <p>${this.remove(`Remove: ${name}`, (was) => ({ ...was, points: was.points.filter((_, at) => at !== i) }))}</p></div>`;
  }

  changed(was, i, change) {
    return { ...was, points: was.points.map((point, at) => (at === i ? change(point) : point)) };
  }

  morePoints() {
    const there = this.values.points.map(({ point }) => point);
    const free = this.places.filter(({ id }) => !there.includes(id));
    const add = (popUp, words) => this.add(words, (was) => ({ ...was, points: [...was.points, freshPoint(popUp, was.components.length)] }), `points[${there.length}].stock[0]`);
    return html`${free.length || there.length ? nothing : html`<p class="soft">Collection points are your own pop-ups, and the one that is the room of the class chosen above.</p>`}
      <div class="row">${free.map((it) => add(it, `Collect at ${it.title}`))}${there.includes(ONLINE) ? nothing : add(null, 'Online, for downloads')}</div>`;
  }

  add(text, change, focus, label = text) {
    return html`<button type="button" aria-label=${label} @click=${() => this.change(change, focus)}>${text}</button>`;
  }

  remove(label, change) {
    return html`<button type="button" class="quiet at-start" aria-label=${label} @click=${() => this.change(change)}>Remove</button>`;
  }

  async change(change, focus) {
    this.values = change(this.current());
    this.errors = {};
    await this.updateComplete;
    if (focus) this.renderRoot.getElementById(focus)?.focus();
  }

  /** Who it is for and which class it belongs to change what else is asked. */
  chosen({ target }) {
    if (['audience', 'classId'].includes(target.name)) this.values = this.current();
  }

  recheck({ target: { name } }) {
    if (!name || !this.errors[name]) return;
    this.values = this.current();
    this.errors = { ...this.errors, [name]: checkDrop(this.values)[name] };
  }

  async send(event) {
    event.preventDefault();
    if (this.busy) return;
    this.values = this.current();
    this.errors = checkDrop(this.values);
    this.problem = null;
    if (Object.keys(this.errors).length) return this.pointOut();
    this.busy = true;
    try {
      const request = dropRequest(this.values);
      const saved = this.it ? await api.put(`/drops/${this.it.dropId}`, request, `"${this.it.version}"`) : await api.post('/drops', request, { key: this.key });
      this.key = newKey();
      this.dispatchEvent(new CustomEvent('saved', { detail: saved }));
    } catch (problem) {
      this.refused(problem);
    } finally {
      this.busy = false;
    }
  }

  refused(problem) {
    if (problem.field && this.renderRoot.querySelector(`[name="${problem.field}"]`)) this.errors = { [problem.field]: problem.message };
    else this.problem = problem.status === 412 ? 'Somebody has changed this drop meanwhile. Load the page again, then make your change.' : problem.message;
    if (problem.status) this.key = newKey();
    this.pointOut();
  }

  async pointOut() {
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-invalid]')?.focus();
  }
}

customElements.define('db-drop-form', DropForm);
