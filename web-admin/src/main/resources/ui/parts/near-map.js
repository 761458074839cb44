import { css, html, LitElement } from 'lit';
import { circle, circleMarker, latLngBounds, map, tileLayer } from 'leaflet';
import { sheet } from '../style/sheet.js';
import { api } from './here.js';

/** Leaflet's own sheet and the tiles, if there are any, named by the shell: `{sheet, tiles, attribution}`. */
const SHELL = document.querySelector('meta[name="downbeat-map"]').dataset;
/** Names on the map stand so far apart (px), the busiest first. */
const APART = { x: 130, y: 26 };
const LOOK_MS = 250;

/**
 * The listings of the list on a map, each a way to it. Without tiles the stops of the neighbourhood are its outline. The list says all
 * that the map does, so that nobody needs the map.
 */
class NearMap extends LitElement {
  static properties = { items: {}, centre: {}, radius: {} };

  static styles = [sheet, css`
    .map {
      height: min(60vh, 26rem);
      border: 1px solid var(--line);
      border-radius: calc(var(--corner) * 1.6);
      background: var(--surface);
      overflow: hidden;
      font: inherit;
    }
    .leaflet-container {
      font: inherit;
    }
    .leaflet-tooltip {
      padding: 0 0.3rem;
      border: 0;
      background: var(--surface);
      color: var(--ink-soft);
      box-shadow: none;
      font-size: 0.75rem;
    }
    .leaflet-tooltip::before {
      display: none;
    }
    .leaflet-tooltip.here {
      color: var(--ink);
      font-weight: 650;
      font-size: var(--small);
    }
    .leaflet-bar a {
      width: var(--touch) !important;
      height: var(--touch) !important;
      line-height: var(--touch) !important;
      background: var(--raised);
      color: var(--ink);
      border-color: var(--line);
    }
    .leaflet-control-attribution {
      font-size: 0.75rem;
      background: var(--surface) !important;
      color: var(--ink-soft) !important;
    }
    .leaflet-control-attribution a {
      color: inherit !important;
    }
  `];

  render() {
    return html`<link rel="stylesheet" href=${SHELL.sheet}>
      <section aria-label="Map of what is listed"><div class="map"></div><p class="small soft">The list has all that the map shows.</p></section>`;
  }

  firstUpdated() {
    this.map = map(this.renderRoot.querySelector('.map'), { zoomControl: true, attributionControl: true, scrollWheelZoom: false, zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches });
    this.map.attributionControl.setPrefix(false);
    if (SHELL.tiles) tileLayer(SHELL.tiles, { attribution: SHELL.attribution, maxZoom: 19 }).addTo(this.map);
    else this.map.attributionControl.addAttribution('Stops: VBB');
    this.map.on('moveend', () => {
      clearTimeout(this.looking);
      if (!SHELL.tiles) this.looking = setTimeout(() => this.outline(), LOOK_MS);
    });
    this.scheme = matchMedia('(prefers-color-scheme: dark)');
    this.scheme.addEventListener('change', (this.redo = () => this.draw()));
    this.size = new ResizeObserver(() => this.map.invalidateSize());
    this.size.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.looking);
    this.size?.disconnect();
    this.scheme?.removeEventListener('change', this.redo);
    this.map?.remove();
    this.map = null;
  }

  updated() {
    this.draw();
  }

  colour(name) {
    return getComputedStyle(this).getPropertyValue(name).trim();
  }

  draw() {
    this.shown?.forEach((it) => it.remove());
    this.shown = [];
    const add = (it) => (this.shown.push(it.addTo(this.map)), it);
    const placed = (this.items ?? []).filter((it) => it.place);
    if (this.centre) add(circle(this.centre, { radius: this.radius, color: this.colour('--edge'), weight: 1.5, dashArray: '4 6', fill: false, interactive: false }));
    for (const it of placed) {
      add(circleMarker([it.place.latitude, it.place.longitude], { radius: 9, color: this.colour('--ink'), weight: 2, fillColor: this.colour('--now'), fillOpacity: 1 }))
        .bindTooltip(text(it.title), { className: 'here', direction: 'top', offset: [0, -8] })
        .on('click', () => location.assign(it.path));
    }
    this.look(placed);
  }

  /** Shows all that is listed, unless it does so already. */
  look(placed) {
    const points = placed.map((it) => [it.place.latitude, it.place.longitude]);
    const around = this.centre ? circleBounds(this.centre, this.radius) : null;
    const wanted = around ?? (points.length ? latLngBounds(points).pad(0.3) : latLngBounds([52.4, 13.2], [52.6, 13.6]));
    if (this.wanted?.equals(wanted)) return;
    this.wanted = wanted;
    this.map.fitBounds(wanted, { maxZoom: 15, animate: false });
  }

  /** The busiest stops of what is in sight. */
  async outline() {
    const seen = this.map.getBounds();
    const box = [seen.getWest(), Math.max(-90, seen.getSouth()), seen.getEast(), Math.min(90, seen.getNorth())].map((it) => it.toFixed(3)).join(',');
    let items;
    try {
      ({ items } = await api.get(`/places?box=${box}`));
    } catch {
      return; // the map is as good without
    }
    if (!this.map) return;
    this.stops?.forEach((it) => it.remove());
    const named = [];
    this.stops = items.map((it) => {
      const dot = circleMarker([it.latitude, it.longitude], { radius: 2.5, stroke: false, fillColor: this.colour('--edge'), fillOpacity: 0.7, interactive: false }).addTo(this.map);
      const at = this.map.latLngToContainerPoint(dot.getLatLng());
      if (named.some((other) => Math.abs(other.x - at.x) < APART.x && Math.abs(other.y - at.y) < APART.y)) return dot;
      named.push(at);
      return dot.bindTooltip(text(it.name), { permanent: true, direction: 'right', offset: [2, 0] });
    });
  }
}

/** Leaflet takes HTML; this is none. */
function text(words) {
  return Object.assign(document.createElement('span'), { textContent: words });
}

function circleBounds([latitude, longitude], metres) {
  const up = metres / 111320;
  const across = up / Math.max(0.05, Math.cos((latitude * Math.PI) / 180));
  return latLngBounds([latitude - up, longitude - across], [latitude + up, longitude + across]);
}

customElements.define('db-near-map', NearMap);
