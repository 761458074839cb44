import { css, html } from 'lit';

const MARKS = { in: '✓', no: '✕', unsure: '?', wait: '…' };

/** A verdict for who glances at it from an arm's length: colour, mark and words say the same; `more` stands under them. */
export function verdict({ tone, words }, more) {
  return html`<div class="verdict ${tone}" role="alert"><span class="mark" aria-hidden="true">${MARKS[tone]}</span><p class="words">${words}</p><div class="more">${more}</div></div>`;
}

/** Its place while nothing was scanned. */
export function noVerdict(hint) {
  return html`<div class="verdict" role="status"><span class="mark" aria-hidden="true">–</span><p class="words">Ready</p><p class="more">${hint}</p></div>`;
}

export const verdicts = css`
  .verdict {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.4rem 1rem;
    align-items: center;
    min-height: 11rem;
    padding: 1rem clamp(1rem, 3vw, 1.6rem);
    border: 3px solid var(--edge);
    border-radius: calc(var(--corner) * 2);
    background: var(--surface);
    overflow-wrap: anywhere;
  }
  .in {
    background: var(--now);
    border-color: var(--now);
    color: var(--on-now);
  }
  .no {
    background: var(--danger);
    border-color: var(--danger);
    color: var(--on-danger);
  }
  .unsure {
    background: var(--warn-soft);
    border-color: currentColor;
    color: var(--warn-text);
  }
  .mark,
  .words {
    font-size: clamp(2.4rem, 9vw, 4.4rem);
    font-weight: 750;
    font-stretch: var(--narrow);
    line-height: 1;
  }
  .more {
    grid-column: 1 / -1;
    display: grid;
    gap: 0.3rem;
    font-size: 1.15rem;
  }
`;
