import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { commandId } from './attend.js';

const TEXTS = ['Three, two, one, go!', 'Hold this pace', 'Shoulders down', 'Halfway there', 'Add a little', 'Ease off', 'Breathe deep', 'Strong finish!'];
const STORE = 'downbeat.pad';
/** A second tap this soon (ms) is the same tap: it goes out under the same cue id, and the class hears it once. */
const SAME_TAP_MS = 600;

/** The trainer's live cues on keys 1 to 8, with words of their own, and a line for anything else. Tells `say` ({cueId, text, done}). */
class CuePad extends LitElement {
  static properties = { live: { type: Boolean }, large: { type: Boolean, reflect: true }, editing: { state: true }, texts: { state: true }, sent: { state: true } };

  static styles = [sheet, forms, css`
    .pad {
      display: grid;
      gap: 0.5rem;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 8.6rem), 1fr));
    }
    .pad button {
      min-height: 4rem;
      justify-content: space-between;
      text-align: left;
      line-height: 1.2;
      overflow-wrap: anywhere;
      border-bottom-width: 3px;
    }
    .pad button.hit {
      background: var(--now);
      color: var(--on-now);
      border-color: var(--on-now);
    }
    form {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.5rem;
    }
    .last {
      min-height: 1.5em;
    }
    :host([large]) .pad {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    @media (min-width: 62rem) {
      :host([large]) .pad {
        grid-template-columns: repeat(4, minmax(0, 1fr));
      }
    }
    :host([large]) .pad button {
      min-height: 6rem;
      padding: 0.3em 0.5em;
      font-size: 2rem;
      font-stretch: 70%;
      line-height: 1;
      border-width: 2px 2px 4px;
    }
    :host([large]) kbd {
      font-size: 1.3rem;
    }
    :host([large]) .last {
      font-size: 1.6rem;
      color: var(--ink);
    }
  `];

  constructor() {
    super();
    this.texts = readTexts();
    this.taps = new Map();
  }

  render() {
    return html`<div class="stack">
      ${this.large ? nothing : html`<div class="row spread"><h2>Cue pad</h2><button class="quiet at-end" aria-pressed=${Boolean(this.editing)} @click=${this.toggle}>${this.editing ? 'Done' : 'Edit the words'}</button></div>`}
      <div class="pad" role="group" aria-label="Cue pad">${this.texts.map((text, i) => (this.editing
        ? html`<div class="field"><label class="small" for="t${i}">Key ${i + 1}</label><input id="t${i}" maxlength="280" .value=${text} @input=${(e) => this.edit(i, e.target.value)}></div>`
        : html`<button data-key=${i + 1} class=${this.sent?.key === i ? 'hit' : ''} aria-disabled=${this.live && text.trim() ? nothing : 'true'} aria-keyshortcuts=${i + 1} @click=${() => this.tap(i, text)}><span>${text || '–'}</span><kbd aria-hidden="true">${i + 1}</kbd></button>`))}</div>
      ${this.large ? nothing : html`<form @submit=${this.free}><div class="field"><label class="unseen" for="free">Say something else</label><input id="free" maxlength="280" placeholder="Say something else" autocomplete="off"></div><button aria-disabled=${this.live ? nothing : 'true'}>Say it</button></form>`}
      <p class="last small soft" role="status">${this.sent?.note ?? nothing}</p>
    </div>`;
  }

  free(event) {
    event.preventDefault();
    const input = event.target.querySelector('input');
    if (!this.live || !input.value.trim()) return;
    this.tap(-1, input.value.trim());
    input.value = '';
  }

  async tap(key, text) {
    if (!this.live || !text.trim()) return;
    const now = performance.now();
    const before = this.taps.get(key + text);
    const cueId = before && now - before.at < SAME_TAP_MS ? before.cueId : commandId('t');
    this.taps.set(key + text, { cueId, at: now });
    this.sent = { key, note: `Sending “${text}”…` };
    const reply = new Promise((resolve, reject) => this.dispatchEvent(new CustomEvent('say', { detail: { cueId, text, resolve, reject } })));
    try {
      await reply;
      this.sent = { key, note: `“${text}” is safe after ${Math.round(performance.now() - now)} ms.` };
    } catch (problem) {
      this.sent = { key: null, note: `“${text}” was not sent: ${problem.message}` };
    }
    setTimeout(() => (this.sent = { ...this.sent, key: null }), 500);
  }

  edit(i, text) {
    this.texts = this.texts.map((t, k) => (k === i ? text : t));
  }

  toggle() {
    this.editing = !this.editing;
    if (!this.editing) localStorage.setItem(STORE, JSON.stringify(this.texts));
  }
}

function readTexts() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE));
    return Array.isArray(kept) && kept.length === TEXTS.length ? kept.map(String) : TEXTS;
  } catch {
    return TEXTS;
  }
}

customElements.define('db-cue-pad', CuePad);
