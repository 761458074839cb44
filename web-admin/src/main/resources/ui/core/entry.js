/** What people type into forms, read strictly: the server judges again. */

/** The smallest units of `12`, `12.5`, `12,50`; null for anything else. */
export function minorOf(text) {
  const found = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(String(text).trim());
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '0').padEnd(2, '0')) : null;
}

/** The other way: `12.50`, and `12` for round sums. */
export function amountText(minor) {
  return minor % 100 ? (minor / 100).toFixed(2) : String(minor / 100);
}

export function zoneExists(zone) {
  try {
    return Boolean(zone && new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** Whether a text is a whole number from `low` to `high`. */
export function isWhole(text, low, high) {
  return /^\d+$/.test(String(text)) && Number(text) >= low && Number(text) <= high;
}

/** `{lat, lon}` of `52.52, 13.405`, as maps give it; null for anything else. */
export function pointOf(text) {
  const found = /^(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(String(text).trim());
  const point = found && { lat: Number(found[1]), lon: Number(found[2]) };
  return point && Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180 ? point : null;
}

/** A moment as a field of the type `datetime-local` has it, on the clocks of this device. */
export function localText(date) {
  const two = (n) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
