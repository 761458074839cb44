import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { tables } from '../style/forms.js';
import { lengthText, millis, startText } from '../core/time.js';
import { api, signInPath } from '../parts/here.js';
import '../parts/busy.js';
import '../parts/histogram.js';
import '../parts/trouble.js';

const HOW = { ONTIME: 'On time', LATE: 'Late', EXPIRED: 'Too late to sound', REPLAYED: 'Replayed', WITHDRAWN: 'Withdrawn' };

/** How well a class went, from the raw histograms; everything can be taken along and computed again. */
class Report extends LitElement {
  static properties = { account: {}, classId: {}, it: { state: true }, report: { state: true }, raw: { state: true }, problem: { state: true }, early: { state: true } };

  static styles = [sheet, tables, css`
    .figures {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
      gap: 1.2rem;
    }
    .figures dt {
      font-weight: 600;
      color: var(--ink-soft);
      font-size: var(--small);
    }
    .figures dd {
      font-size: 2.5rem;
    }
    .grid {
      display: grid;
      gap: 1rem;
      grid-template-columns: minmax(0, 1fr);
      margin-top: 1rem;
    }
    .bars {
      display: grid;
      gap: 1rem;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
    }
    @media (min-width: 58rem) {
      .grid {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .wide {
        grid-column: 1 / -1;
      }
    }
  `];

  connectedCallback() {
    super.connectedCallback();
    if (!this.account) return location.replace(signInPath());
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.again);
  }

  async load() {
    this.problem = null;
    try {
      this.it = await api.get(`/classes/${this.classId}`);
      this.report = await api.get(`/classes/${this.classId}/report`);
      this.raw = await api.get(`/classes/${this.classId}/report/histograms`).catch(() => null);
      this.early = false;
    } catch (problem) {
      this.early = Boolean(this.it) && (problem.status === 404 || problem.status === 409) && !['CANCELLED', 'DRAFT'].includes(this.it.phase);
      if (this.early) this.again = setTimeout(() => this.load(), 3000);
      else this.problem = problem.message;
    }
  }

  render() {
    if (this.problem) return html`<db-trouble heading="This report cannot be shown" .message=${this.problem} @again=${this.load}><a class="button" href="/console">My classes</a></db-trouble>`;
    if (!this.report) return this.early ? html`<div class="stack"><h1>${this.it.title}</h1><db-busy label="The report is written when the class has ended"></db-busy></div>` : html`<db-busy label="Loading the report"></db-busy>`;
    const r = this.report;
    return html`<div class="stack"><div><h1>${this.it.title}</h1><p class="soft">${startText(this.it.start)} · report</p></div>
      <section class="panel" aria-label="In short"><dl class="figures">
        ${figure('Came in', `${r.joined ?? '–'} of ${r.members ?? '–'}`)}${figure('Join success', share(r.joinSuccess))}
        ${figure('Cue to action, p95', millis(r.cue?.upperBoundMs?.p95))}${figure('Never confirmed', r.cue?.unacked ?? '–')}
        ${figure('Skew, p95', millis(r.skewMs?.p95))}${figure('Still there after 1 / 3 / 7 min', stayed(r.retention))}
      </dl></section></div>
      <div class="grid">
        <div class="stack"><section class="panel stack"><h2>Percentiles</h2>${this.percentiles(r)}</section>
        <section class="panel stack"><h2>Take it along</h2><p class="row"><a class="button" download="report.json" href="/api/v1/classes/${this.classId}/report">Report as JSON</a>
          <a class="button" download="histograms.json" href="/api/v1/classes/${this.classId}/report/histograms">Raw histograms</a></p>
          <p class="small soft">All percentiles are computed from these histograms, merged and never averaged. A cue nobody confirmed counts as infinite.</p></section></div>
        <section class="panel stack"><h2>Reliability</h2>${this.reliability(r)}</section>
        <div class="bars wide">${this.histograms().map(([name, data]) => html`<section class="panel"><db-histogram .heading=${title(name)} .data=${data}></db-histogram></section>`)}</div>
        ${this.members(r)}
      </div>`;
  }

  percentiles(r) {
    const row = (name, v) => html`<tr><th scope="row">${name}</th>${['p50', 'p95', 'p99', 'max'].map((p) => html`<td>${millis(v?.[p])}</td>`)}</tr>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Percentiles"><table><thead><tr><td></td><th scope="col">p50</th><th scope="col">p95</th><th scope="col">p99</th><th scope="col">max</th></tr></thead>
      <tbody>${row('Cue, upper bound', r.cue?.upperBoundMs)}${row('Cue, estimate', r.cue?.estimateMs)}${row('Skew of planned cues', r.skewMs)}</tbody></table></div>
      ${r.cue?.boundMs === undefined ? nothing : html`<p class="small soft">The estimate is right within ± ${millis(typeof r.cue.boundMs === 'object' ? r.cue.boundMs?.p95 ?? r.cue.boundMs?.max : r.cue.boundMs)}.</p>`}`;
  }

  reliability(r) {
    const rows = [['Cues sent', r.cue?.sent], ['Confirmed by devices', r.cue?.acked], ['Never confirmed', r.cue?.unacked], ...Object.entries(r.late ?? {}).map(([how, n]) => [HOW[how] ?? how, n]), ['Came back on a new socket', r.resumed], ['… with every cue', r.recovered],
      ...(typeof r.responses === 'number' ? [['Answers', r.responses]] : [])];
    return html`<table><tbody>${rows.filter(([, n]) => n !== undefined && n !== null).map(([name, n]) => html`<tr><th scope="row">${name}</th><td>${n}</td></tr>`)}</tbody></table>`;
  }

  histograms() {
    const found = this.raw?.histograms ?? this.raw ?? this.report.histograms ?? {};
    return Object.entries(found).filter(([, data]) => typeof data === 'string' && data.startsWith('HIST'));
  }

  members(r) {
    if (!r.rows?.length) return nothing;
    return html`<section class="panel stack wide"><h2>Members</h2><div class="scroll" tabindex="0" role="region" aria-label="Members"><table>
      <thead><tr><th scope="col">Member</th><th scope="col">Was there</th><th scope="col">Of the class</th><th scope="col">Answers</th></tr></thead>
      <tbody>${r.rows.map((m) => html`<tr><th scope="row">${m.name}</th><td>${lengthText(m.presentSeconds * 1000)}</td><td>${share(m.share)}</td><td>${m.responses}</td></tr>`)}</tbody></table></div></section>`;
  }
}

function figure(name, value) {
  return html`<div><dt>${name}</dt><dd class="figure">${value}</dd></div>`;
}

/** `100 / 92 / 88 %`, as far as the class lasted. */
function stayed(retention) {
  const known = ['1m', '3m', '7m'].map((label) => retention?.[label]).filter(Number.isFinite);
  return known.length ? `${known.map((part) => Math.round(part * 100)).join(' / ')} %` : '–';
}

function share(value) {
  return Number.isFinite(value) ? `${Math.round(value * 1000) / 10} %` : '–';
}

function title(name) {
  return { upper: 'Cue to action, upper bound', upperBound: 'Cue to action, upper bound', estimate: 'Cue to action, estimate', skew: 'Skew of planned cues', join: 'Time to join' }[name] ?? name;
}

customElements.define('db-page-report', Report);
