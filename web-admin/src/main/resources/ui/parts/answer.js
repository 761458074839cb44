import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { hasAnswered, keepAnswer } from '../core/memory.js';
import { KeepFocus } from './keep-focus.js';
import { shapeOf, SHAPES } from './shape.js';

/** A member's answer to what is asked: ready, a number of repetitions, or in the live check what is heard and seen. An answered question stays answered when the page is loaded again, and on the member's other devices (`elsewhere` names the ask). Tells `reps` ({cueId, value}). */
class Answer extends LitElement {
  static properties = { ask: {}, elsewhere: {}, check: {}, member: {}, session: {}, problem: { state: true } };

  static styles = [sheet, forms, css`
    form {
      grid-template-columns: minmax(0, 1fr) auto;
      padding: 0.7rem;
      border: 3px solid var(--now);
      border-radius: calc(var(--corner) * 1.5);
      align-items: end;
      gap: 0.6rem;
    }
    .now {
      min-height: 3.2rem;
      font-size: 1.15rem;
    }
    b {
      font-size: 1.3rem;
      align-self: center;
    }
    .error {
      grid-column: 1 / -1;
    }
    .see {
      grid-template-columns: minmax(0, 1fr);
      justify-items: center;
    }
    .shown {
      width: min(38vmin, 12rem);
      fill: var(--now-text);
    }
    .shapes {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: 0.5rem;
      width: 100%;
    }
    .shapes button {
      padding-inline: 0.3rem;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  render() {
    const ask = this.ask && !this.ask.closed ? this.ask : null;
    const answered = ask && (this.elsewhere === ask.cueId || hasAnswered(localStorage, this.member, ask.cueId));
    return html`<p class="unseen" role="status">${ask && !answered ? `The trainer asks: ${ask.question}` : ''}</p>
      ${!ask ? nothing : answered ? html`<p role="status" tabindex="-1"><b>${ask.question}</b> Answered, thank you.</p>` : this.question(ask)}`;
  }

  question(ask) {
    if (ask.answer === 'SEE') return this.look(ask);
    return html`<form @submit=${this.send} aria-label="The trainer asks">
      ${ask.answer === 'REPS' ? html`<div class="field"><label for="reps">${ask.question}</label><input id="reps" type="number" inputmode="numeric" min="0" max="10000" required></div>`
        : html`<b>${ask.question}</b>`}
      <button class="now">${BUTTONS[ask.answer] ?? BUTTONS.READY}</button>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
    </form>`;
  }

  /** The shape is drawn without a word: whoever only hears the class cannot answer by hearsay. */
  look(ask) {
    return html`<form class="see" @submit=${(event) => event.preventDefault()} aria-label="The trainer asks"><b>${ask.question}</b>
      <svg class="shown" viewBox="0 0 100 100" role="img" aria-label="The shape to name">${shapeOf(this.check?.shape)}</svg>
      <div class="shapes">${SHAPES.map((shape) => html`<button type="button" class="now" @click=${() => this.answer(shape.number)}>${shape.label}</button>`)}</div>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
    </form>`;
  }

  send(event) {
    event.preventDefault();
    const reps = this.renderRoot.querySelector('#reps')?.value;
    return this.answer(this.ask.answer === 'REPS' ? Number(reps) : null);
  }

  async answer(value) {
    const { cueId, answer } = this.ask;
    this.problem = null;
    try {
      await this.session.command('confirm', { cueId, ...(value === null ? {} : { value }) });
      keepAnswer(localStorage, this.member, cueId);
      if (answer === 'REPS') this.dispatchEvent(new CustomEvent('reps', { detail: { cueId, value } }));
      this.requestUpdate();
    } catch (problem) {
      this.problem = problem.message;
    }
  }
}

const BUTTONS = { REPS: 'Send', READY: "I'm ready", HEAR: 'I hear the tone' };

customElements.define('db-answer', Answer);
