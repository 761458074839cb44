import { html, nothing } from 'lit';

/** One labelled field with its hint and its error; `value` is kept by the form that shows it. */
export function field({ name, label, type = 'text', value = '', error = '', hint = '', required = true, ...more }) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for=${name}>${label}${required ? nothing : html` <span class="soft">(optional)</span>`}</label>
    <input id=${name} name=${name} type=${type} .value=${String(value)} ?required=${required} aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${described || nothing} autocomplete=${more.autocomplete ?? nothing} inputmode=${more.inputmode ?? nothing}
      min=${more.min ?? nothing} max=${more.max ?? nothing} step=${more.step ?? nothing} maxlength=${more.maxlength ?? nothing} list=${more.list ?? nothing}>
    ${hint ? html`<span class="small soft" id="${name}-hint">${hint}</span>` : nothing}
    ${error ? html`<span class="small error" id="${name}-error">${error}</span>` : nothing}
  </div>`;
}

/** The same with several lines. */
export function area({ name, label, value = '', error = '', hint = '', maxlength }) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for=${name}>${label} <span class="soft">(optional)</span></label>
    <textarea id=${name} name=${name} maxlength=${maxlength} .value=${value} aria-invalid=${error ? 'true' : nothing} aria-describedby=${described || nothing}></textarea>
    ${hint ? html`<span class="small soft" id="${name}-hint">${hint}</span>` : nothing}
    ${error ? html`<span class="small error" id="${name}-error">${error}</span>` : nothing}
  </div>`;
}

/** One of several: `options` are pairs of value and words. */
export function choice({ name, label, value = '', error = '', options }) {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <select id=${name} name=${name} aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `${name}-error` : nothing}>
      ${options.map(([it, words]) => html`<option value=${it} ?selected=${String(it) === String(value)}>${words}</option>`)}
    </select>
    ${error ? html`<span class="small error" id="${name}-error">${error}</span>` : nothing}
  </div>`;
}

/** The values of a form by name; ticks as booleans. */
export function valuesOf(form) {
  return Object.fromEntries([...form.elements].filter((e) => e.name).map((e) => [e.name, e.type === 'checkbox' ? e.checked : e.value.trim()]));
}
