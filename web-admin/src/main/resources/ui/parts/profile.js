import { css, html, LitElement, nothing, svg } from 'lit';
import { sheet } from '../style/sheet.js';
import { isSpoken, labelOf, segmentAt, targetOf } from '../core/plan.js';
import { elapsed, lengthText } from '../core/time.js';
import { HEIGHT, shapesOf, thresholdY, WIDTH, x } from './profile-shapes.js';

/**
 * A plan drawn as power over time, coloured by zone, its words as marks above. Hover or the arrow keys read it out;
 * `position` (ms) draws where the class is. `slim` is the small one of lists and rooms, without a readout.
 */
class Profile extends LitElement {
  static properties = { plan: {}, position: { type: Number }, wide: { type: Boolean, reflect: true }, slim: { type: Boolean, reflect: true }, at: { state: true } };

  static styles = [sheet, css`
    .chart {
      position: relative;
      cursor: crosshair;
      border-radius: 3px;
      touch-action: pan-y;
    }
    :host([slim]) .chart {
      cursor: default;
    }
    svg {
      display: block;
      width: 100%;
      height: clamp(7rem, 20vw, 13rem);
    }
    :host([slim]) svg {
      height: 3.2rem;
    }
    polygon {
      stroke: var(--surface);
      stroke-width: 0.8px;
      vector-effect: non-scaling-stroke;
    }
    .thin,
    :host([slim]) polygon {
      stroke: none;
    }
    .z0 { fill: var(--zone-0); }
    .z1 { fill: var(--zone-1); }
    .z2 { fill: var(--zone-2); }
    .z3 { fill: var(--zone-3); }
    .z4 { fill: var(--zone-4); }
    .z5 { fill: var(--zone-5); }
    .z6 { fill: var(--zone-6); }
    .past {
      fill: var(--surface);
      opacity: 0.55;
    }
    :host([slim]) .past {
      fill: var(--paper);
    }
    line {
      vector-effect: non-scaling-stroke;
    }
    .threshold {
      stroke: var(--edge);
      stroke-dasharray: 3 4;
    }
    .mark {
      stroke: var(--ink);
      stroke-width: 1.5px;
    }
    .picked {
      fill: none;
      stroke: var(--ink);
      stroke-width: 2.5px;
    }
    .head {
      stroke: var(--ink);
      stroke-width: 6px;
    }
    .head.core {
      stroke: var(--now);
      stroke-width: 3px;
    }
    .axis {
      display: flex;
      justify-content: space-between;
      border-top: 1px solid var(--edge);
      padding-top: 0.2rem;
    }
    .readout {
      min-height: 4.5em;
      margin-top: 0.35rem;
    }
    @media (min-width: 30rem) {
      .readout {
        min-height: 3em;
      }
    }
    @media (min-width: 64rem) {
      :host([wide]) .readout {
        min-height: 1.5em;
      }
    }
  `];

  render() {
    const plan = this.plan;
    if (!plan?.segments?.length) return html`<p class="soft">No plan yet.</p>`;
    return html`<figure>
      ${this.slim ? html`<div class="chart" role="img" aria-label=${summary(plan)}>${this.drawing()}</div>` : html`
        <div class="chart" tabindex="0" role="slider" aria-label="Workout profile, ${summary(plan)}" aria-valuemin="0" aria-valuemax=${plan.segments.length - 1}
          aria-valuenow=${this.picked?.index ?? 0} aria-valuetext=${this.words(this.picked ?? plan.segments[0])}
          @keydown=${this.key} @pointermove=${this.hover} @pointerdown=${this.hover} @pointerleave=${() => (this.at = null)} @blur=${() => (this.at = null)}>${this.drawing()}</div>
        <p class="axis small soft" aria-hidden="true"><span>0:00</span><span>${elapsed(plan.lengthMs / 2)}</span><span>${elapsed(plan.lengthMs)}</span></p>
        <figcaption class="readout">${this.picked ? this.words(this.picked) : html`<span class="soft">${summary(plan)}. Point at it, or use the arrow keys, to read a segment.</span>`}</figcaption>`}
    </figure>`;
  }

  get picked() {
    return this.at === null || this.at === undefined ? null : this.plan.segments[this.at];
  }

  drawing() {
    const plan = this.plan;
    const shapes = shapesOf(plan);
    const line = thresholdY(plan);
    const head = Number.isFinite(this.position) ? x(plan, Math.min(this.position, plan.lengthMs)) : null;
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${shapes.map(({ segment, zone, points }) => svg`<polygon class="z${zone} ${segment.toMs - segment.fromMs < plan.lengthMs / 80 ? 'thin' : ''}" points=${points} />`)}
      ${this.slim ? nothing : svg`<line class="threshold" x1="0" x2=${WIDTH} y1=${line} y2=${line} />`}
      ${head === null ? nothing : svg`<rect class="past" x="0" y="0" width=${head} height=${HEIGHT} />`}
      ${this.slim ? nothing : plan.cues.filter(isSpoken).map((c) => svg`<line class="mark" x1=${x(plan, c.planAt)} x2=${x(plan, c.planAt)} y1="0" y2="9" />`)}
      ${this.picked ? svg`<polygon class="picked" points=${shapes[this.at].points} />` : nothing}
      ${head === null ? nothing : svg`<line class="head" x1=${head} x2=${head} y1="0" y2=${HEIGHT} /><line class="head core" x1=${head} x2=${head} y1="0" y2=${HEIGHT} />`}
    </svg>`;
  }

  words(segment) {
    const said = this.plan.cues.filter((c) => isSpoken(c) && c.planAt >= segment.fromMs && c.planAt < segment.toMs).map((c) => `“${c.text}”`);
    const cadence = segment.cadence ? `, ${segment.cadence} rpm` : '';
    const spoken = said.length ? `. Says ${said.slice(0, 3).join(', ')}${said.length > 3 ? ` and ${said.length - 3} more` : ''}` : '';
    return `${elapsed(segment.fromMs)} to ${elapsed(segment.toMs)}: ${labelOf(segment)}, ${targetOf(segment)}${cadence}${spoken}.`;
  }

  hover(event) {
    const box = event.currentTarget.getBoundingClientRect();
    const segment = segmentAt(this.plan, ((event.clientX - box.left) / box.width) * this.plan.lengthMs);
    if (segment) this.at = this.plan.segments.indexOf(segment);
  }

  key(event) {
    const last = this.plan.segments.length - 1;
    const now = this.at ?? -1;
    const to = { ArrowRight: now + 1, ArrowUp: now + 1, ArrowLeft: now - 1, ArrowDown: now - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.at = Math.min(last, Math.max(0, to));
  }
}

function summary(plan) {
  const n = plan.segments.length;
  const cues = plan.cues.filter(isSpoken).length;
  return `${plan.title ? `${plan.title}, ` : ''}${lengthText(plan.lengthMs)}, ${n} segment${n === 1 ? '' : 's'}, ${cues} spoken cue${cues === 1 ? '' : 's'}`;
}

customElements.define('db-profile', Profile);
