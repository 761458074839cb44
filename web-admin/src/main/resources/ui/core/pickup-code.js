const HEAD = 'DBC1.';
const CODE = /^(\d{1,7})-([0-9A-HJKMNP-TV-Z]{5})$/;

/**
 * A pickup code as people type and cameras read it: case and spaces do not count, O is 0, I and L are 1. `{drop, code}`, the drop
 * only of a QR code; null for what is none.
 */
export function readCode(text) {
  const plain = text.replace(/\s+/g, '');
  const [drop, typed] = plain.slice(0, HEAD.length).toUpperCase() === HEAD ? partsOf(plain.slice(HEAD.length)) : [null, plain];
  const code = (typed ?? '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1').replace(/[–—_]/g, '-');
  return CODE.test(code) && drop !== undefined ? { drop, code } : null;
}

/** The drop's id is as it is: only the code after it is typed by people. */
function partsOf(text) {
  const dot = text.lastIndexOf('.');
  return dot > 0 ? [text.slice(0, dot), text.slice(dot + 1)] : [undefined, text];
}

/** The text that a counter sends: what was read, in one form. */
export function writeCode({ drop, code }) {
  return drop ? `${HEAD}${drop}.${code}` : code;
}
