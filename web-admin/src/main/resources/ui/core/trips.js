import { median } from './calibration.js';
import { realTimers } from './timers.js';

/** The first round trip still warms up the way. */
const WARM_UP = 1;
const PROBES = 8;
const CONNECT_MS = 4000;
const ANSWER_MS = 2000;

/**
 * The way to a PoP and back: `{rttMs, jitterMs}`, or null when it is not reached. Its own live socket is asked, before any
 * `connect`: it answers every command (with `not-connected`), and that is all that is needed to time it.
 */
export async function tripTo(url, { open = (address) => new WebSocket(address, 'cue.v1'), now = () => performance.now(), timers = realTimers, progress = () => {} } = {}) {
  const socket = open(url);
  try {
    await event(socket, 'open', CONNECT_MS, timers);
    const trips = [];
    for (let id = 1; id <= WARM_UP + PROBES; id += 1) {
      const from = now();
      socket.send(JSON.stringify({ id, clock: { t0: from } }));
      await event(socket, 'message', ANSWER_MS, timers);
      if (id > WARM_UP) trips.push(now() - from);
      progress(id / (WARM_UP + PROBES));
    }
    return summary(trips);
  } catch {
    return null;
  } finally {
    socket.close();
  }
}

/** Median, and the mean deviation of successive round trips, in tenths of a millisecond. */
export function summary(trips) {
  const steps = trips.slice(1).map((trip, i) => Math.abs(trip - trips[i]));
  const jitter = steps.reduce((sum, step) => sum + step, 0) / Math.max(1, steps.length);
  return { rttMs: tenth(median(trips)), jitterMs: tenth(jitter) };
}

/** Of several nodes of one PoP the nearest: `[{pop, rttMs, jitterMs}]`, the nearest first. */
export function byPop(trips) {
  const nearest = new Map();
  for (const trip of [...trips].sort((a, b) => a.rttMs - b.rttMs)) if (!nearest.has(trip.pop)) nearest.set(trip.pop, trip);
  return [...nearest.values()];
}

function event(socket, name, within, timers) {
  return new Promise((resolve, reject) => {
    const late = timers.set(() => reject(new Error('late')), within);
    const done = (settle) => () => {
      timers.clear(late);
      settle();
    };
    socket[`on${name}`] = done(resolve);
    socket.onclose = done(() => reject(new Error('closed')));
    socket.onerror = socket.onclose;
  });
}

function tenth(ms) {
  return Math.round(ms * 10) / 10;
}
