import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { placesText, pricesText } from '../core/kind-words.js';
import { spanText, zoneNote } from '../core/place-time.js';
import { phaseBadge } from './pop-up-phase.js';

/** One pop-up in a list: when on the clocks of its place, where, what it costs and what is left; its organizer also sees its state and the ways on. */
class PopUpCard extends LitElement {
  static properties = { it: {}, organizing: { type: Boolean } };

  static styles = [sheet, css`
    article {
      display: grid;
      gap: 0.8rem 1.6rem;
      grid-template-columns: minmax(0, 1fr);
      padding-block: 1.25rem;
      border-top: 1px solid var(--line);
    }
    h3 {
      font-size: 1.45rem;
      font-stretch: 80%;
      font-weight: 700;
      line-height: 1.2;
      overflow-wrap: anywhere;
    }
    .when {
      font-weight: 650;
    }
    .text {
      display: grid;
      gap: 0.3rem;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .text img {
      display: block;
      width: 100%;
      max-width: 22rem;
      height: auto;
      aspect-ratio: 3 / 2;
      object-fit: cover;
      margin-bottom: 0.4rem;
      border-radius: var(--corner);
      background: var(--line);
    }
    .doing {
      display: grid;
      gap: 0.5rem;
      align-content: start;
    }
    @media (min-width: 46rem) {
      article {
        grid-template-columns: minmax(0, 1fr) 15rem;
      }
    }
  `];

  render() {
    const { it } = this;
    const note = zoneNote(it.start, it.place.zone);
    return html`<article aria-labelledby="title">
      <div class="text">${it.pictures?.length ? picture(it.pictures[0]) : nothing}
        <p class="row"><span class="when">${spanText(it.start, it.end, it.place.zone)}</span> ${phaseBadge(it, this.organizing)}</p>
        ${note ? html`<p class="small soft">${note}</p>` : nothing}
        <h3 id="title">${it.title}</h3>
        <p>${it.place.name}, ${it.place.address}</p>
        <p class="soft">with ${it.host} · ${pricesText(it.kinds)} · ${placesText(it.places)}</p>
        ${it.mine?.tickets.some(({ validity }) => validity === 'VALID') ? html`<p><b>You have a ticket.</b></p>` : nothing}
      </div>
      <div class="doing">${this.organizing ? this.ways(it) : html`<a class="button" href="/pop-ups/${it.id}" aria-label="See: ${it.title}">See the pop-up</a>`}</div>
    </article>`;
  }

  ways(it) {
    const open = ['PUBLISHED', 'DOORS_OPEN'].includes(it.phase);
    return html`${open ? html`<a class="button ${it.phase === 'DOORS_OPEN' ? 'now' : ''}" href="/pop-ups/${it.id}/door" aria-label="Door: ${it.title}">Door</a>` : nothing}
      <a class="button" href="/pop-ups/${it.id}/edit" aria-label="Organize: ${it.title}">Organize</a>`;
  }
}

function picture({ small, alt }) {
  return html`<img src=${small.url} width=${small.width} height=${small.height} alt=${alt} loading="lazy" decoding="async">`;
}

customElements.define('db-pop-up-card', PopUpCard);
