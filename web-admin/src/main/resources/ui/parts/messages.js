import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { newKey } from '../core/http.js';
import { checkMessage, lettersText, letterText, paragraphs, peopleText, readersOf, readersText, topicText } from '../core/message-words.js';
import { startText } from '../core/time.js';
import { api } from './here.js';
import { choice, field, valuesOf } from './field.js';
import { KeepFocus } from './keep-focus.js';
import './busy.js';
import './notice.js';

const LONGEST = 2000;

/** What guests of a pop-up were told, and the way to tell them more: written, looked at with the number of its readers, sent. */
class Messages extends LitElement {
  static properties = { it: {}, items: { state: true }, next: { state: true }, byMail: { state: true }, problem: { state: true }, draft: { state: true }, people: { state: true }, fault: { state: true }, refused: { state: true }, busy: { state: true }, said: { state: true }, opened: { state: true } };

  static styles = [sheet, forms, css`
    :host {
      display: grid;
      gap: 0.8rem;
    }
    article {
      padding-block: 0.7rem;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    .letter {
      display: grid;
      gap: 0.6rem;
      padding: 1rem;
      border: 1px dashed var(--edge);
      border-radius: var(--corner);
      overflow-wrap: anywhere;
    }
    .words p,
    .letter p {
      white-space: pre-line;
    }
    .words {
      display: grid;
      gap: 0.6rem;
      padding-block: 0.6rem;
    }
    summary {
      cursor: pointer;
      min-height: var(--touch);
      align-content: center;
    }
    li {
      padding-block: 0.15rem;
    }
    textarea {
      min-height: 8rem;
    }
    [role='status']:empty {
      margin-bottom: -0.8rem;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.draft = { to: 'guests', subject: '', text: '' };
    this.fault = {};
    this.opened = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  get path() {
    return `/pop-ups/${this.it.id}/messages`;
  }

  async load(cursor = null) {
    try {
      const page = await api.get(cursor ? `${this.path}?cursor=${encodeURIComponent(cursor)}` : this.path);
      this.items = cursor ? [...this.items, ...page.items] : page.items;
      [this.next, this.byMail, this.problem] = [page.next, page.byMail, null];
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  render() {
    return html`<div role="status">${this.said ? html`<db-notice kind="good">${this.said}</db-notice>` : nothing}</div>
      ${this.people === undefined ? this.form() : this.preview()}
      ${this.problem ? html`<db-notice kind="error">${this.problem} <button @click=${() => this.load()}>Try again</button></db-notice>` : nothing}
      <h3 id="told" tabindex="-1">What they were told</h3>
      ${this.items ? this.list() : this.problem ? nothing : html`<db-busy label="Looking for the messages"></db-busy>`}`;
  }

  form() {
    const { to, subject, text } = this.draft;
    return html`<form novalidate @submit=${this.look} aria-label="A message to your guests">
      ${this.refused ? html`<db-notice kind="error">${this.refused}</db-notice>` : nothing}
      ${choice({ name: 'to', label: 'To', value: to, options: readersOf(this.it.kinds), error: this.fault.to ?? '' })}
      ${field({ name: 'subject', label: 'Subject', value: subject, maxlength: 120, error: this.fault.subject ?? '' })}
      <div class="field"><label for="text">Message</label>
        <textarea id="text" name="text" maxlength=${LONGEST} .value=${text} aria-invalid=${this.fault.text ? 'true' : nothing} aria-describedby=${this.fault.text ? 'text-error' : nothing}></textarea>
        ${this.fault.text ? html`<span class="small error" id="text-error">${this.fault.text}</span>` : nothing}</div>
      <p><button aria-disabled=${this.busy ? 'true' : nothing}>Look at it before it goes out</button></p></form>`;
  }

  preview() {
    const { to, subject, text } = this.draft;
    const none = this.people === 0;
    return html`<section class="stack" aria-labelledby="preview"><h3 id="preview" tabindex="-1">To ${readersText(to, this.it.kinds)}: ${peopleText(this.people)}</h3>
      ${this.refused ? html`<db-notice kind="error">${this.refused}</db-notice>` : nothing}
      <div class="letter"><b>${subject}</b>${paragraphs(text).map((part) => html`<p>${part}</p>`)}</div>
      <p class="small soft">${none ? 'Nobody would get this.' : this.byMail ? 'It goes out by e-mail to those who take it, and stands on the page of each of them.' : 'This node sends no e-mail: it stands on the page of each of them.'}</p>
      <p class="row">${none ? nothing : html`<button class="now" aria-disabled=${this.busy ? 'true' : nothing} @click=${this.send}>Send to ${peopleText(this.people)}</button>`}
        <button @click=${this.change}>Change it</button></p></section>`;
  }

  list() {
    if (!this.items.length) return html`<p class="soft">Nothing yet. Tickets, offers, moves and a cancellation are told by themselves, and so is the day before.</p>`;
    return html`<div>${repeat(this.items, (m) => m.id, (m) => this.message(m))}</div>
      ${this.next ? html`<p><button @click=${() => this.load(this.next)}>Older messages</button></p>` : nothing}`;
  }

  message(m) {
    return html`<article aria-labelledby="said-${m.id}"><p class="row spread small soft"><span>${topicText(m.topic)}</span><span>${startText(m.at)}</span></p>
      <details @toggle=${({ target }) => target.open && this.open(m)}><summary><b id="said-${m.id}">${m.subject}</b><br><span class="small soft">${peopleText(m.people)}, ${lettersText(m.letters, this.byMail)}</span></summary>
        <div class="words">${paragraphs(m.text).map((part) => html`<p>${part}</p>`)}</div>${this.letters(this.opened[m.id])}</details></article>`;
  }

  letters(page) {
    if (!page) return nothing;
    return html`<ul class="small">${page.items.map((l) => html`<li><b>${l.to.name || 'Somebody'}</b>: ${letterText(l, this.byMail)}</li>`)}</ul>
      ${page.next ? html`<p class="small soft">And more.</p>` : nothing}`;
  }

  async open(m) {
    try {
      this.opened = { ...this.opened, [m.id]: await api.get(`${this.path}/${m.id}`) };
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  /** The key belongs to these words: sending them again after a lost answer sends them once. */
  async look(event) {
    event.preventDefault();
    if (this.busy) return;
    [this.draft, this.said, this.refused] = [valuesOf(event.target), null, null];
    this.fault = checkMessage(this.draft);
    if (Object.keys(this.fault).length) return this.focusFault();
    await this.doing(async () => {
      ({ people: this.people, byMail: this.byMail } = await api.get(`${this.path}/readers?to=${encodeURIComponent(this.draft.to)}`));
      this.key = newKey();
    });
    await this.updateComplete;
    this.renderRoot.getElementById('preview')?.focus();
  }

  async focusFault() {
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-invalid="true"]')?.focus();
  }

  async change() {
    this.people = undefined;
    await this.updateComplete;
    this.renderRoot.getElementById('subject').focus();
  }

  async send() {
    if (this.busy) return;
    const sent = await this.doing(() => api.post(this.path, this.draft, { key: this.key }));
    if (!sent) return;
    this.said = `It is on its way to ${peopleText(sent.people)}.`;
    this.draft = { ...this.draft, subject: '', text: '' };
    this.people = undefined;
    await this.load();
    this.renderRoot.getElementById('told').focus();
  }

  async doing(what) {
    this.busy = true;
    this.refused = null;
    try {
      return (await what()) ?? true;
    } catch (problem) {
      this.refused = problem.message;
      return null;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('db-messages', Messages);
