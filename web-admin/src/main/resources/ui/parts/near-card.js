import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { languagesText } from '../core/languages.js';
import { distanceText, offerText, reasons } from '../core/near.js';
import { spanText, zoneNote } from '../core/place-time.js';

const NAMES = { class: 'Class online', 'pop-up': 'Pop-up', drop: 'Drop' };
const WAYS = { class: 'See the class', 'pop-up': 'See the pop-up', drop: 'See the drop' };

/** One listing near somebody: what, when on the clocks of its place, where, how far, what is left, and why it stands where it stands. */
class NearCard extends LitElement {
  static properties = { it: {} };

  static styles = [sheet, css`
    article {
      display: grid;
      gap: 0.35rem;
      padding-block: 1.1rem;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    h3 {
      font-size: 1.3rem;
      font-stretch: 80%;
      font-weight: 700;
      line-height: 1.2;
    }
    .away {
      font-weight: 700;
    }
    summary {
      display: inline-flex;
      align-items: center;
      min-height: var(--touch);
      cursor: pointer;
      font-weight: 600;
      text-decoration: underline;
      text-decoration-color: var(--edge);
      text-underline-offset: 0.2em;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 6rem;
      gap: 0.6rem;
      align-items: center;
    }
    meter {
      width: 100%;
    }
  `];

  render() {
    const { it } = this;
    const note = zoneNote(it.start, it.zone);
    return html`<article aria-labelledby="title">
      <p class="row"><span class="badge">${NAMES[it.kind]}</span> ${it.metres === null ? nothing : html`<span class="away">${distanceText(it.metres)}</span>`} ${it.style ? html`<span class="soft">${it.style}</span>` : nothing}</p>
      <h3 id="title">${it.title}</h3>
      <p><b>${spanText(it.start, it.end, it.zone)}</b></p>
      ${note ? html`<p class="small soft">${note}</p>` : nothing}
      ${it.place ? html`<p>${it.place.name}, ${it.place.address}</p>` : nothing}
      ${it.languages?.length ? html`<p class="small soft">Held in ${languagesText(it.languages)}</p>` : nothing}
      ${it.place?.accessibility ? html`<p class="small soft">Access: ${it.place.accessibility}</p>` : nothing}
      <p class="soft">${it.host ? `with ${it.host} · ` : ''}${offerText(it)}</p>
      <div class="row"><a class="button" href=${it.path} aria-label="${WAYS[it.kind]}: ${it.title}">${WAYS[it.kind]}</a>${this.why(it)}</div>
    </article>`;
  }

  why(it) {
    const all = reasons(it);
    return all.length
      ? html`<details><summary>Why here?</summary><ul>${all.map(({ words, share }) => html`<li><span>${words}</span><meter min="0" max="0.45" .value=${share} aria-label=${words}></meter></li>`)}</ul></details>`
      : nothing;
  }
}

customElements.define('db-near-card', NearCard);
