import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { readHeart } from '../core/heart.js';

const STORE = 'downbeat.heart';

/** The maximal heart rate that this device keeps for its member, or null. */
export function keptMaxHr() {
  return readHeart(read()).maxHr ?? null;
}

/** Where a member says the maximal heart rate, or the age that it follows from; it stays on this device. Tells `heart` ({maxHr}). */
class Heart extends LitElement {
  static properties = { said: { state: true }, problem: { state: true } };

  static styles = [sheet, forms, css`
    fieldset {
      border: 0;
      padding: 0;
      margin: 0;
      display: grid;
      gap: 0.5rem;
    }
    .two {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: end;
    }
    .field {
      flex: 0 1 11rem;
    }
  `];

  constructor() {
    super();
    this.said = read();
  }

  render() {
    const { maxHr } = readHeart(this.said);
    return html`<fieldset><legend>Your heart-rate zones</legend>
      <div class="two">${this.field('measured', 'Maximal heart rate, bpm')}<span aria-hidden="true">or</span>${this.field('age', 'Age, years')}</div>
      <p class="small soft" role="status">${maxHr ? `Zones go by ${maxHr} bpm.` : 'Zones go by 190 bpm until you say more.'} It stays on this device; nobody is shown it.</p></fieldset>`;
  }

  field(name, label) {
    const wrong = this.problem?.field === name ? this.problem.problem : null;
    return html`<div class="field"><label for=${name}>${label}</label>
      <input id=${name} inputmode="numeric" autocomplete="off" .value=${this.said[name] ?? ''} @change=${(event) => this.say(name, event.target.value)} aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? `${name}-wrong` : nothing}>
      ${wrong ? html`<p id="${name}-wrong" class="error" role="alert">${wrong}</p>` : nothing}</div>`;
  }

  say(name, text) {
    this.said = { ...this.said, [name]: text };
    const { maxHr, ...problem } = readHeart(this.said);
    this.problem = problem.problem ? problem : null;
    if (this.problem) return;
    localStorage.setItem(STORE, JSON.stringify(this.said));
    this.dispatchEvent(new CustomEvent('heart', { detail: { maxHr } }));
  }
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) ?? {};
  } catch {
    return {};
  }
}

customElements.define('db-heart', Heart);
