import { css, html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';

/** Pictures of a pop-up for everybody: the first one large, the others small below; each leads to itself in full. Their room is there before they are. */
class PictureStrip extends LitElement {
  static properties = { pictures: {} };

  static styles = [sheet, css`
    ul {
      display: grid;
      gap: 0.5rem;
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .first {
      grid-column: 1 / -1;
    }
    a {
      display: block;
    }
    img {
      display: block;
      width: 100%;
      height: auto;
      object-fit: cover;
      border-radius: calc(var(--corner) * 1.6);
      background: var(--line);
    }
    .first img {
      max-height: 28rem;
    }
    li:not(.first) img {
      aspect-ratio: 1;
      border-radius: var(--corner);
    }
  `];

  render() {
    return html`<ul>${this.pictures.map((picture, n) => html`<li class=${n ? '' : 'first'}><a href=${picture.url} target="_blank" rel="noopener">${n ? shown(picture, '(min-width: 62rem) 12rem, 33vw') : shown(picture, '(min-width: 62rem) 36rem, 100vw')}</a></li>`)}</ul>`;
  }
}

function shown({ url, width, height, alt, small }, sizes) {
  return html`<img src=${small.url} srcset="${small.url} ${small.width}w, ${url} ${width}w" sizes=${sizes} width=${width} height=${height} alt=${alt} loading="lazy" decoding="async">`;
}

customElements.define('db-picture-strip', PictureStrip);
