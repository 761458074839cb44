/** `1:02:05`, `12:05`, `0:07`: whole seconds gone by, never negative. */
export function elapsed(ms) {
  return clock(Math.floor(Math.max(0, finite(ms)) / 1000));
}

/** What is left, rounded up so that `0:00` means over; never negative. */
export function remaining(ms) {
  return clock(Math.ceil(Math.max(0, finite(ms)) / 1000));
}

/** A length in words a screen reader says well: `1 h 13 min`, `45 min`, `30 s`. */
export function lengthText(ms) {
  const seconds = Math.round(Math.max(0, finite(ms)) / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`;
  return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes / 60} h`;
}

/** A measured latency: `4.2 ms`, `61 ms`, `1.2 s`, `–` for what nobody measured. */
export function millis(ms) {
  if (ms === null || ms === undefined || !Number.isFinite(ms)) return '–';
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}

/** A measured while of people or devices: as `millis`, but `3 min 20 s` from a minute on. */
export function whileText(ms) {
  return Number.isFinite(ms) && ms >= 60000 ? lengthText(ms) : millis(ms);
}

/** Wall clock of this device, `12:31`. */
export function wallTime(date = new Date()) {
  return date.toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
}

/** When a class starts, in the reader's own zone: `Tue 1 Dec, 18:00`. */
export function startText(instant) {
  const date = new Date(instant);
  const day = date.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
  return `${day}, ${date.toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' })}`;
}

/** How soon: `in 12 min`, `in 3 h`, `in 2 days`, `now`. */
export function soonText(instant, now = Date.now()) {
  const minutes = Math.round((Date.parse(instant) - now) / 60000);
  if (minutes <= 0) return 'now';
  if (minutes < 60) return `in ${minutes} min`;
  if (minutes < 48 * 60) return `in ${Math.round(minutes / 60)} h`;
  return `in ${Math.round(minutes / 1440)} days`;
}

function clock(seconds) {
  const h = Math.floor(seconds / 3600);
  const m = Math.floor((seconds % 3600) / 60);
  const s = String(seconds % 60).padStart(2, '0');
  return h ? `${h}:${String(m).padStart(2, '0')}:${s}` : `${m}:${s}`;
}

function finite(ms) {
  return Number.isFinite(ms) ? ms : 0;
}
