import { css } from 'lit';

/** Fields of forms and tables of figures. */
export const forms = css`
  form {
    display: grid;
    gap: var(--gap);
  }
  .field {
    display: grid;
    gap: 0.3rem;
    min-width: 0;
    align-content: start;
  }
  .field > label,
  legend {
    font-weight: 600;
    padding: 0;
  }
  fieldset {
    border: 0;
    padding: 0;
    margin: 0;
    min-width: 0;
    display: grid;
    gap: var(--gap);
  }
  input:not([type='checkbox']):not([type='radio']):not([type='file']),
  select,
  textarea {
    width: 100%;
    min-width: 0;
    min-height: var(--touch);
    padding: 0.45rem 0.7rem;
    border: 1px solid var(--edge);
    border-radius: var(--corner);
    background: var(--raised);
  }
  ::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  /* Its parts take the focus one after the other, and none of them is the field itself. */
  input[type='datetime-local']:focus-within {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  textarea {
    min-height: 5.5rem;
    resize: vertical;
  }
  [aria-invalid='true'] {
    border-color: var(--danger) !important;
    box-shadow: inset 3px 0 0 var(--danger);
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    width: 1.35rem;
    height: 1.35rem;
    margin: 0;
    accent-color: var(--ink);
  }
  .tick {
    display: flex;
    gap: 0.6rem;
    align-items: center;
    min-height: var(--touch);
  }
  .columns {
    display: grid;
    gap: var(--gap);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
  }
`;

export const tables = css`
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.5rem 0.6rem;
    border-bottom: 1px solid var(--line);
    text-align: right;
    white-space: nowrap;
  }
  th {
    font-size: var(--small);
    font-weight: 600;
    color: var(--ink-soft);
  }
  th:first-child,
  td:first-child,
  tbody th {
    text-align: left;
  }
  tbody th {
    font-size: var(--text);
    color: var(--ink);
    max-width: 14rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  @media (max-width: 30rem) {
    th,
    td {
      padding-inline: 0.35rem;
    }
    thead th {
      white-space: normal;
      vertical-align: bottom;
    }
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
`;
