import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';

/** A member's two large buttons: the hand, and the sound. Tells `hand` ({up}) and `sound`. */
class OwnHand extends LitElement {
  static properties = { place: { type: Number }, live: { type: Boolean }, audible: { type: Boolean } };

  static styles = [sheet, css`
    div {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.6rem;
    }
    button {
      padding-inline: 0.8rem;
      min-height: 3.4rem;
      font-size: 1.1rem;
    }
  `];

  render() {
    const up = this.place > 0;
    return html`<div><button aria-pressed=${up} class=${up ? 'now' : ''} aria-disabled=${this.live ? nothing : 'true'} @click=${() => this.live && this.tell('hand', { up: !up })}>${up ? `Hand is up, number ${this.place}` : 'Raise my hand'}</button>
      <button class=${this.audible ? '' : 'now'} @click=${() => this.tell('sound')}>${this.audible ? 'Mute' : 'Turn sound on'}</button></div>`;
  }

  tell(what, detail = null) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

customElements.define('db-own-hand', OwnHand);
