import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { lengthText, startText } from '../core/time.js';
import { KeepFocus } from './keep-focus.js';
import './busy.js';
import './profile.js';
import './room-link.js';

/** A class as it is seen before going in. Tells `enter` and `look` (again). */
class Door extends LitElement {
  static properties = { it: {}, open: { type: Boolean }, closed: { type: Boolean }, eager: { type: Boolean } };

  static styles = [sheet, css`
    .now {
      min-height: 4rem;
      font-size: 1.5rem;
      font-stretch: 85%;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  render() {
    const { it } = this;
    if (!it) return html`<db-busy label="Looking for the class"></db-busy>`;
    return html`<div class="stack"><h1 tabindex="-1">${it.title}</h1>
      <p class="soft">with ${it.trainer.name} · ${startText(it.start)} · ${lengthText(it.lengthMinutes * 60000)}</p>
      ${it.plan ? html`<db-profile .plan=${it.plan} slim></db-profile>` : nothing}
      ${this.open ? html`<button class="now" @click=${() => this.tell('enter')}>Join the class</button><p class="soft small">Sound is switched on by this click. Keep your phone in sight.</p>`
        : html`<p tabindex="-1">${this.words()}</p>${this.closed ? nothing : html`<button @click=${() => this.tell('look')}>Look again</button>`}`}
      ${this.closed ? nothing : html`<db-room-link .classId=${it.id}></db-room-link>`}
      <p><a class="button quiet at-start" href="/">All classes</a></p></div>`;
  }

  words() {
    if (this.it.phase === 'ENDED') return 'This class is over.';
    if (this.it.phase === 'CANCELLED') return 'This class was cancelled.';
    return this.eager ? 'The lobby is not open yet. You go in by yourself when it is.' : 'The lobby is not open yet. This page looks again by itself.';
  }

  tell(what) {
    this.dispatchEvent(new CustomEvent(what));
  }
}

customElements.define('db-door', Door);
