import { html, nothing } from 'lit';
import { soonText } from '../core/time.js';

const PHASES = { DRAFT: 'Draft', PUBLISHED: 'Published', DOORS_OPEN: 'Doors open', CLOSED: 'Over', CANCELLED: 'Cancelled' };

/** The state of a pop-up as a mark beside it; to guests a published one only says how soon it is. */
export function phaseBadge({ phase, start }, organizing = false) {
  if (phase === 'PUBLISHED' && !organizing) return html`<span class="badge soft">${soonText(start)}</span>`;
  return PHASES[phase] ? html`<span class="badge ${phase === 'DOORS_OPEN' ? 'live' : ''}">${PHASES[phase]}</span>` : nothing;
}
