import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { GateStore } from '../core/gate-store.js';
import { placeTime } from '../core/place-time.js';

/** When the server cannot be reached: the doors that this device can keep alone, since it has their guest lists. Nothing where it has none. */
class DoorsHere extends LitElement {
  static properties = { doors: { state: true } };

  static styles = [sheet, css`
    section {
      max-width: 40rem;
      margin-top: 1.6rem;
    }
    li {
      display: grid;
      gap: 0.4rem;
      padding-block: 0.8rem;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
  `];

  async connectedCallback() {
    super.connectedCallback();
    const books = await new GateStore().books().catch(() => []);
    this.doors = books.filter(({ it }) => it).sort((a, b) => Date.parse(a.it.start) - Date.parse(b.it.start));
  }

  render() {
    if (!this.doors?.length) return nothing;
    return html`<section class="stack" aria-labelledby="doors"><h2 id="doors">Doors that go on here</h2>
      <p class="soft">This device is offline and has these guest lists, so it checks passes by itself and uploads later. Classes, tickets and messages need the server.</p>
      <ul>${this.doors.map(({ popUp, it, asOf }) => html`<li><b>${it.title}</b>
        <span class="soft small">${placeTime(it.start, it.place.zone)}, ${it.place.name}. Guest list as of ${placeTime(new Date(asOf).toISOString(), it.place.zone)}.</span>
        <a class="button" href="/pop-ups/${popUp}/door" aria-label="Door: ${it.title}">Door</a></li>`)}</ul></section>`;
  }
}

customElements.define('db-doors-here', DoorsHere);
