/** When it is on the clocks of a place: `Sat 5 Dec, 18:00`. */
export function placeTime(instant, zone, locale = []) {
  const day = new Date(instant).toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone });
  return `${day}, ${placeClock(instant, zone, locale)}`;
}

/** The same without the day, `18:40`. */
export function placeClock(instant, zone, locale = []) {
  return new Date(instant).toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit', timeZone: zone });
}

/** From when until when: the day is said twice only where it ends on another one. */
export function spanText(start, end, zone, locale = []) {
  const day = (instant) => new Date(instant).toLocaleDateString('en-GB', { timeZone: zone });
  return `${placeTime(start, zone, locale)} to ${day(start) === day(end) ? placeClock(end, zone, locale) : placeTime(end, zone, locale)}`;
}

/** A word to who reads it where clocks show something else than at the place: `Europe/Berlin time, 12:00 where you are`; else empty. */
export function zoneNote(instant, zone, own = Intl.DateTimeFormat().resolvedOptions().timeZone, locale = []) {
  const there = placeTime(instant, zone, locale);
  const here = placeTime(instant, own, locale);
  if (there === here) return '';
  return `${zone.replaceAll('_', ' ')} time, ${there.split(', ')[0] === here.split(', ')[0] ? placeClock(instant, own, locale) : here} where you are`;
}

/** A moment as a field of the type `datetime-local` has it, on the clocks of a place: `2026-12-01T18:00`. */
export function localOf(instant, zone) {
  const part = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
      .formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

/** The other way. An hour that happens twice is its first; one that does not exist is as much later as the clocks go forward. */
export function instantOf(local, zone) {
  const wanted = Date.parse(`${local.slice(0, 16)}Z`);
  const offset = (at) => Date.parse(`${localOf(at, zone)}Z`) - at;
  const found = [wanted - offset(wanted - 86400000), wanted - offset(wanted + 86400000)].filter((at) => at + offset(at) === wanted);
  return new Date(found.length ? Math.min(...found) : wanted - offset(wanted - 86400000)).toISOString().replace('.000Z', 'Z');
}
