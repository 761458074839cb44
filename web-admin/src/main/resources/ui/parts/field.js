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

/** The values of a form by name; ticks as booleans. */
export function valuesOf(form) {
  return Object.fromEntries([...form.elements].filter((e) => e.name).map((e) => [e.name, e.type === 'checkbox' ? e.checked : e.value.trim()]));
}
