import { css, html, LitElement, nothing, svg } from 'lit';
import { sheet } from '../style/sheet.js';
import { tables } from '../style/forms.js';
import { RUNGS } from '../core/rungs.js';
import { lengthText, millis, startText, whileText } from '../core/time.js';
import { api, signInPath } from '../parts/here.js';
import '../parts/busy.js';
import '../parts/histogram.js';
import '../parts/trouble.js';

const HOW = { ONTIME: 'On time', LATE: 'Late', EXPIRED: 'Too late to sound', REPLAYED: 'Replayed', WITHDRAWN: 'Withdrawn' };

/** Of the raw histograms: what each is of, how it is called, and where the report has its percentiles. */
const RAW = {
  upper: { heading: 'Cue to action, upper bound' }, upperBound: { heading: 'Cue to action, upper bound' },
  estimate: { heading: 'Cue to action, estimate' }, skew: { heading: 'Skew of planned cues' },
  join: { heading: 'Time to join', what: 'devices let in', of: (r) => r.links?.joinMs }, rtt: { heading: 'Round trips of links', what: 'round trips', of: (r) => r.links?.rttMs },
  jitter: { heading: 'Jitter of links', what: 'jitter', of: (r) => r.links?.jitterMs },
  hands: { heading: 'How long hands were up', what: 'hands taken down by you', of: (r) => r.back?.hands.waitedMs }, answers: { heading: 'How long answers took', what: 'first answers', of: (r) => r.back?.answers.tookMs },
};

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
    .words {
      white-space: normal;
    }
    .question {
      white-space: normal;
      overflow-wrap: anywhere;
      min-width: 9rem;
    }
    .track {
      width: 6rem;
      height: 0.7rem;
      vertical-align: middle;
    }
    .track rect {
      fill: var(--zone-2);
    }
    .track .rest {
      fill: var(--line);
    }
    @media (min-width: 34rem) {
      .two {
        grid-column: span 2;
      }
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
      <section class="panel stack" aria-label="In short"><dl class="figures">
        ${figure('Came in', `${r.joined ?? '–'} of ${r.members ?? '–'}`)}${figure('Join success', share(r.joinSuccess))}${r.inRoom ? figure('In the room', r.inRoom) : nothing}
        ${figure('Cue to action, p95', millis(r.cue?.upperBoundMs?.p95))}${figure('Never confirmed', r.cue?.unacked ?? '–')}
        ${figure('Skew, p95', millis(r.skewMs?.p95))}${figure('Jitter of links, p95', millis(r.links?.jitterMs.p95))}
        ${figure('Time to join, p95', millis(r.links?.joinMs.p95))}${figure('Ever on a lower rung', r.links ? `${r.links.rungs.fell} of ${r.links.rungs.members}` : '–')}
        ${figure('Still there after 1 / 3 / 7 min', stayed(r.retention), 'two')}${figure('Attach rate', share(r.attachRate))}
      </dl><p class="small soft">– was not measured, or nobody was there to measure.${Number.isFinite(r.attachRate) ? nothing : ' The attach rate is the share of those who were there who claim something from the micro-drop after the class; this class had none.'}</p></section></div>
      <div class="grid">
        <div class="stack"><section class="panel stack"><h2>Percentiles</h2>${this.percentiles(r)}</section>
        <section class="panel stack"><h2>Take it along</h2><p class="row"><a class="button" download="report.json" href="/api/v1/classes/${this.classId}/report">Report as JSON</a>
          <a class="button" download="histograms.json" href="/api/v1/classes/${this.classId}/report/histograms">Raw histograms</a></p>
          <p class="small soft">All percentiles are computed from these histograms, merged and never averaged. A cue nobody confirmed counts as infinite.</p></section></div>
        <section class="panel stack"><h2>Reliability</h2>${this.reliability(r)}</section>
        ${r.links ? html`<section class="panel stack"><h2>Rungs</h2>${rungs(r.links.rungs)}</section>` : nothing}
        ${r.back ? html`<section class="panel stack"><h2>What members said back</h2>${said(r.back)}</section>` : nothing}
        ${r.back?.answers.newest.length ? html`<section class="panel stack wide"><h2>Questions</h2>${questions(r.back.answers)}</section>` : nothing}
        <div class="bars wide">${this.histograms().map(([name, data]) => html`<section class="panel"><db-histogram .heading=${RAW[name]?.heading ?? name} .what=${RAW[name]?.what} .data=${data}></db-histogram></section>`)}</div>
        ${this.members(r)}
      </div>`;
  }

  percentiles(r) {
    const row = (name, v) => html`<tr><th scope="row">${name}</th>${['p50', 'p95', 'p99', 'max'].map((p) => html`<td>${millis(v?.[p])}</td>`)}</tr>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Percentiles"><table><thead><tr><td></td><th scope="col">p50</th><th scope="col">p95</th><th scope="col">p99</th><th scope="col">max</th></tr></thead>
      <tbody>${row('Cue, upper bound', r.cue?.upperBoundMs)}${row('Cue, estimate', r.cue?.estimateMs)}${row('Skew of planned cues', r.skewMs)}${row('Time to join', r.links?.joinMs)}${row('Round trip of links', r.links?.rttMs)}${row('Jitter of links', r.links?.jitterMs)}</tbody></table></div>
      <p class="small soft">Skew is how far planned cues were from their instant. Jitter is how much the round trips of a device’s own probes wavered (RFC 3550), said once a second; neither is part of the other.</p>
      ${r.cue?.boundMs === undefined ? nothing : html`<p class="small soft">The estimate is right within ± ${millis(typeof r.cue.boundMs === 'object' ? r.cue.boundMs?.p95 ?? r.cue.boundMs?.max : r.cue.boundMs)}.</p>`}`;
  }

  reliability(r) {
    const rows = [['Cues sent', r.cue?.sent], ['Confirmed by devices', r.cue?.acked], ['Never confirmed', r.cue?.unacked], ...Object.entries(r.late ?? {}).map(([how, n]) => [HOW[how] ?? how, n]), ['Came back on a new socket', r.resumed], ['… with every cue', r.recovered], ['Moves to a lower rung', r.fallbacks],
      ...(typeof r.responses === 'number' ? [['Answers', r.responses]] : [])];
    return html`<table><tbody>${rows.filter(([, n]) => n !== undefined && n !== null).map(([name, n]) => html`<tr><th scope="row">${name}</th><td>${n}</td></tr>`)}</tbody></table>`;
  }

  histograms() {
    const found = this.raw?.histograms ?? this.raw ?? this.report.histograms ?? {};
    return Object.entries(found).filter(([name, data]) => typeof data === 'string' && data.startsWith('HIST') && (!RAW[name]?.of || Number.isFinite(RAW[name].of(this.report)?.p50)));
  }

  members(r) {
    if (!r.rows?.length) return nothing;
    return html`<section class="panel stack wide"><h2>Members</h2><div class="scroll" tabindex="0" role="region" aria-label="Members"><table>
      <thead><tr><th scope="col">Member</th><th scope="col">Was there</th><th scope="col">Of the class</th><th scope="col">Answers</th><th scope="col">Fell back</th><th scope="col">Lowest rung</th></tr></thead>
      <tbody>${r.rows.map((m) => html`<tr><th scope="row">${m.name}</th><td>${lengthText(m.presentSeconds * 1000)}</td><td>${share(m.share)}</td><td>${m.responses}</td><td>${m.fallbacks ?? '–'}</td><td>${RUNGS[m.lowestRung] ?? '–'}</td></tr>`)}</tbody></table></div></section>`;
  }
}

/** How long devices were on each rung. */
function rungs({ members, fell, seconds }) {
  const all = Object.values(seconds).reduce((sum, s) => sum + s, 0);
  const row = ([rung, s]) => html`<tr><th scope="row">${RUNGS[rung] ?? rung}</th><td>${lengthText(s * 1000)}</td><td>${share(all ? s / all : null)}</td><td><svg class="track" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${svg`<rect class="rest" width="100" height="10"/><rect width=${all ? (100 * s) / all : 0} height="10"/>`}</svg></td></tr>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Time on each rung"><table><thead><tr><th scope="col">Rung</th><th scope="col">All devices together</th><th scope="col">Share</th><td></td></tr></thead><tbody>${Object.entries(seconds).map(row)}</tbody></table></div>
    <p class="small soft">${fell} of ${members} members had a device on a lower rung at some time. Cues reach every rung; “${RUNGS.AUTONOMOUS}” is time without a connection after which the device came back.</p>`;
}

/** Live check, hands and answers in one table. */
function said({ hands, answers, check }) {
  const of = (n, all) => `${n} of ${all}`;
  const rows = [...(check ? [['Live check: heard the tone', of(check.heard, check.asked)], ['Live check: saw the right shape', of(check.sawRight, check.asked)], ['Live check: ready', of(check.ready, check.asked)]] : [['Live check', 'none held']]),
    ['Hands raised', hands.raised], ['… taken down by you', hands.lowered], ['… after, median', whileText(hands.waitedMs.p50)],
    ['Questions asked', answers.asks], ['… answered', answers.asked ? `${of(answers.confirmed, answers.asked)} (${share(answers.confirmedShare)})` : '–'], ['… after, median', whileText(answers.tookMs.p50)]];
  return html`<table><tbody>${rows.map(([name, value]) => html`<tr><th scope="row" class="words">${name}</th><td class="words">${value}</td></tr>`)}</tbody></table>`;
}

function questions({ asks, newest }) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Questions"><table><thead><tr><th scope="col">Question</th><th scope="col">Answered</th><th scope="col">Share</th><th scope="col">Median</th><th scope="col">p95</th></tr></thead>
    <tbody>${newest.map((a) => html`<tr><th scope="row" class="question">${a.question}</th><td>${a.confirmed} of ${a.asked}</td><td>${share(a.confirmedShare)}</td><td>${whileText(a.tookMs.p50)}</td><td>${whileText(a.tookMs.p95)}</td></tr>`)}</tbody></table></div>
    <p class="small soft">${asks > newest.length ? html`The newest ${newest.length} of ${asks}. ` : nothing}Asked is whoever was there while the question was open.</p>`;
}

function figure(name, value, size = '') {
  return html`<div class=${size}><dt>${name}</dt><dd class="figure">${value}</dd></div>`;
}

/** `100 / 92 / 88 %`, as far as the class lasted. */
function stayed(retention) {
  const known = ['1m', '3m', '7m'].map((label) => retention?.[label]).filter(Number.isFinite);
  return known.length ? `${known.map((part) => Math.round(part * 100)).join(' / ')} %` : '–';
}

function share(value) {
  return Number.isFinite(value) ? `${Math.round(value * 1000) / 10} %` : '–';
}

customElements.define('db-page-report', Report);
