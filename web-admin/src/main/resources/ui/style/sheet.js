import { css } from 'lit';

/** What every part looks like before it adds its own. */
export const sheet = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: var(--title);
    font-stretch: var(--narrow);
    font-weight: 700;
    line-height: 1.05;
    letter-spacing: -0.005em;
    text-wrap: balance;
  }
  h2 {
    font-size: var(--large);
    font-weight: 650;
    font-stretch: 88%;
    line-height: 1.2;
  }
  h3 {
    font-size: var(--text);
    font-weight: 650;
  }
  a {
    color: inherit;
    text-decoration: underline;
    text-decoration-color: var(--edge);
    text-underline-offset: 0.2em;
  }
  a:hover {
    text-decoration-thickness: 2px;
    text-decoration-color: currentColor;
  }
  button,
  input,
  select,
  textarea,
  .button {
    font: inherit;
    font-variant-numeric: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .button,
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: var(--touch);
    padding: 0.35em 1em;
    border: 1px solid var(--edge);
    border-radius: var(--corner);
    background: var(--raised);
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
    transition: background var(--quick), transform var(--quick);
  }
  button:hover,
  .button:hover {
    border-color: var(--ink);
  }
  button:not([aria-disabled='true']):active {
    transform: translateY(1px);
  }
  button[aria-disabled='true'] {
    cursor: not-allowed;
    color: var(--ink-soft);
    background: transparent;
    border-style: dashed;
  }
  .now {
    background: var(--now);
    border-color: var(--now);
    color: var(--on-now);
  }
  .now[aria-disabled='true'] {
    background: transparent;
    color: var(--ink-soft);
    border-color: var(--edge);
  }
  .danger {
    color: var(--danger);
    border-color: currentColor;
  }
  .quiet {
    background: transparent;
    border-color: transparent;
  }
  /* A quiet button at an edge stands in line with the text around it. */
  .quiet.at-start {
    padding-inline-start: 0.8rem;
    margin-inline-start: -0.8rem;
  }
  .quiet.at-end {
    padding-inline-end: 0.8rem;
    margin-inline-end: -0.8rem;
  }
  .panel {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: calc(var(--corner) * 1.6);
    padding: clamp(0.9rem, 2.5vw, 1.35rem);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6rem;
  }
  .spread {
    justify-content: space-between;
  }
  .stack {
    display: grid;
    gap: var(--gap);
    align-content: start;
  }
  .soft {
    color: var(--ink-soft);
  }
  .small {
    font-size: var(--small);
  }
  .error {
    color: var(--danger);
  }
  .figure {
    font-stretch: var(--narrow);
    font-weight: 650;
    line-height: 1;
  }
  kbd {
    display: inline-grid;
    place-items: center;
    min-width: 1.5em;
    padding: 0 0.35em;
    border: 1px solid var(--edge);
    border-bottom-width: 2px;
    border-radius: 4px;
    font: 600 0.75rem/1.5 var(--face);
    color: var(--ink-soft);
    background: var(--surface);
  }
  @media (max-width: 30rem), (hover: none) {
    kbd {
      display: none;
    }
  }
  .now kbd {
    color: var(--on-now);
    background: transparent;
    border-color: var(--on-now);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    padding: 0.1em 0.6em;
    border: 1px solid var(--line);
    border-radius: 99px;
    font-size: var(--small);
    font-weight: 600;
    white-space: nowrap;
  }
  .badge.live {
    background: var(--now);
    border-color: var(--now);
    color: var(--on-now);
  }
`;
