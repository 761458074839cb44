/** Languages that the pages offer; the server takes every code of ISO 639-1. */
const OFFERED = 'ar bg ca cs da de el en es et eu fa fi fr ga gl he hi hr hu is it ja ko lt lv mk mt nb nl pl pt ro ru sk sl sq sr sv th tr uk vi zh'.split(' ');

/** The name that a language has for itself, `Deutsch`. */
export function ownName(code) {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code);
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

/** Pairs of code and name in the order of names, with a first one for none of them, and with those that are chosen even if they are rare. */
export function languageOptions(none, ...chosen) {
  const codes = [...new Set([...OFFERED, ...chosen.filter(Boolean)])];
  return [['', none], ...codes.map((code) => [code, ownName(code)]).sort(([, a], [, b]) => a.localeCompare(b))];
}

/** Fields of a form for what is held in these languages: two that are chosen, and more that stay. */
export function languageDraft(languages = []) {
  const [language = '', alsoLanguage = '', ...moreLanguages] = languages;
  return { language, alsoLanguage, moreLanguages };
}

/** The other way, none of them twice. */
export function languagesOf({ language, alsoLanguage, moreLanguages = [] }) {
  return [...new Set([language, alsoLanguage, ...moreLanguages].filter(Boolean))];
}

/** `Deutsch, English`; nothing where it is not said. */
export function languagesText(languages = []) {
  return languages.map(ownName).join(', ');
}
