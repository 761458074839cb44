/**
 * Whether a trainer's rig will do, while it is measured: the same limits and rules as the server's (`Limit`, `RigRules`), which
 * alone says what is put on record. `[side, ready, usable]`; where the numbers come from is told in docs/field-kit.md.
 */
export const LIMITS = {
  WIDTH: ['AT_LEAST', 1280, 640],
  HEIGHT: ['AT_LEAST', 720, 360],
  FPS: ['AT_LEAST', 24, 15],
  BRIGHTNESS: ['AT_LEAST', 0.2, 0.08],
  LEVEL: ['AT_LEAST', -35, -50],
  CLIPPING: ['AT_MOST', 0.001, 0.02],
  CHARGE: ['AT_LEAST', 0.6, 0.3],
  UPLINK: ['AT_LEAST', 3, 1],
  DOWNLINK: ['AT_LEAST', 1, 0.3],
  RTT: ['AT_MOST', 50, 150],
  JITTER: ['AT_MOST', 30, 60],
  DELAY: ['AT_MOST', 125, 400],
};

/** What is judged by itself, in the order of the check. */
export const ITEMS = ['CAMERA', 'MICROPHONE', 'BATTERY', 'LINK', 'POP', 'AUDIO'];

/** The better first. */
const ORDER = ['READY', 'USABLE', 'NOT_READY'];

/** What to do about each limit that is missed. */
const ADVICE = {
  WIDTH: 'Choose the camera’s HD mode, or another camera.',
  HEIGHT: 'Choose the camera’s HD mode, or another camera.',
  FPS: 'More light gives more frames; close other programs that use the camera.',
  BRIGHTNESS: 'Put a lamp in front of you, and the window at your side.',
  LEVEL: 'Speak as you do in class, come closer, or turn the microphone up.',
  CLIPPING: 'Turn the microphone down, or step back.',
  CHARGE: 'Plug in before the class.',
  UPLINK: 'Use a cable or another network, and stop other uploads.',
  DOWNLINK: 'Use a cable or another network, and stop other downloads.',
  RTT: 'Use a cable or another network; taps reach members later from here.',
  JITTER: 'Use a cable, or come closer to the access point.',
  DELAY: 'Use a cable, or built-in loudspeakers.',
  LEVEL_UNKNOWN: 'This browser does not tell how full the battery is: plug in, and say so below.',
  BLUETOOTH: 'Bluetooth delays sound by more than the browser knows: tap along below, or use a cable.',
};

/** `READY`, `USABLE` or `NOT_READY` of one figure. */
export function markOf(limit, figure) {
  const [side, ready, usable] = LIMITS[limit];
  const keeps = (bound) => (side === 'AT_LEAST' ? figure >= bound : figure <= bound);
  return keeps(ready) ? 'READY' : keeps(usable) ? 'USABLE' : 'NOT_READY';
}

export function worst(marks) {
  return marks.reduce((worse, mark) => (ORDER.indexOf(mark) > ORDER.indexOf(worse) ? mark : worse), 'READY');
}

/** `{mark, missed}` of one item by its figures (null: not checked); `missed` names limits. */
export function findingOf(item, figures) {
  if (!figures || (item === 'POP' && !figures.length)) return { mark: 'NOT_READY', missed: [] };
  if (item === 'POP') return bestPop(figures).finding;
  const missed = held(item, figures).filter(([limit, figure]) => markOf(limit, figure) !== 'READY');
  const finding = { mark: worst(missed.map(([limit, figure]) => markOf(limit, figure))), missed: missed.map(([limit]) => limit) };
  if (item === 'BATTERY' && !figures.charging && figures.level === null) return { mark: 'USABLE', missed: ['LEVEL_UNKNOWN'] };
  if (item === 'AUDIO' && figures.bluetooth && figures.how === 'REPORTED') return { mark: worst([finding.mark, 'USABLE']), missed: [...finding.missed, 'BLUETOOTH'] };
  return finding;
}

function held(item, f) {
  if (item === 'CAMERA') return [['WIDTH', f.width], ['HEIGHT', f.height], ['FPS', f.fps], ['BRIGHTNESS', f.brightness]];
  if (item === 'MICROPHONE') return [['LEVEL', f.levelDb], ['CLIPPING', f.clippedShare]];
  if (item === 'BATTERY') return f.charging || f.level === null ? [] : [['CHARGE', f.level]];
  if (item === 'LINK') return [['UPLINK', f.upMbps], ['DOWNLINK', f.downMbps]];
  if (item === 'POP') return [['RTT', f.rttMs], ['JITTER', f.jitterMs]];
  return [['DELAY', f.outputMs]];
}

/** The PoP that counts: the one with the best finding, of several the nearest; `{pop, rttMs, jitterMs, finding}` or null. */
export function bestPop(trips) {
  const judged = [...trips].sort((a, b) => a.rttMs - b.rttMs).map((trip) => {
    const missed = held('POP', trip).filter(([limit, figure]) => markOf(limit, figure) !== 'READY');
    return { ...trip, finding: { mark: worst(missed.map(([limit, figure]) => markOf(limit, figure))), missed: missed.map(([limit]) => limit) } };
  });
  return judged.reduce((best, one) => (best === null || ORDER.indexOf(one.finding.mark) < ORDER.indexOf(best.finding.mark) ? one : best), null);
}

/** The verdict on all figures, by item: `{verdict, findings: {CAMERA: {mark, missed}, …}}`. */
export function judge({ camera, microphone, battery, link, pops, audio }) {
  const by = [camera, microphone, battery, link, pops, audio];
  const findings = Object.fromEntries(ITEMS.map((item, i) => [item, findingOf(item, by[i])]));
  return { verdict: worst(Object.values(findings).map(({ mark }) => mark)), findings };
}

/** What to do, a sentence each, none twice. */
export function adviceOn({ missed }) {
  return [...new Set(missed.map((limit) => ADVICE[limit]))];
}

/** The latency ring of a round trip, as members are grouped by it. */
export function ringOf(rttMs) {
  return rttMs <= 20 ? '≤ 20 ms' : rttMs <= 50 ? '≤ 50 ms' : rttMs <= 100 ? '≤ 100 ms' : '> 100 ms';
}

const TROUBLES = {
  insecure: ['This page is not on a secure address, and browsers keep camera and microphone from it.', 'Open it over https.'],
  missing: ['This browser cannot do this.', 'Try a current Chrome, Edge, Firefox or Safari.'],
  denied: ['It may not be used: permission was denied.', 'Allow it in the browser’s site settings beside the address, then check again.'],
  none: ['None was found.', 'Plug one in, then check again.'],
  taken: ['Another program uses it.', 'Close that program, then check again.'],
  offline: ['This device is offline.', 'Connect to a network, then check again.'],
};

/** Why a step could not be done. `code` is one of insecure, missing, denied, none, taken, offline, failed. */
export class StepTrouble extends Error {
  constructor(code, message = null, advice = null) {
    const [said, todo] = TROUBLES[code] ?? ['It did not work.', 'Check again.'];
    super(message ?? said);
    this.code = code;
    this.advice = advice ?? todo;
  }
}

/** The trouble behind what a browser threw. */
export function troubleOf(error) {
  if (error instanceof StepTrouble) return error;
  if (['NotAllowedError', 'SecurityError'].includes(error?.name)) return new StepTrouble('denied');
  if (['NotFoundError', 'OverconstrainedError', 'DevicesNotFoundError'].includes(error?.name)) return new StepTrouble('none');
  if (['NotReadableError', 'AbortError'].includes(error?.name)) return new StepTrouble('taken');
  if (error?.code === 'unreachable') return new StepTrouble('offline', 'The server cannot be reached.', 'Check your connection, then check again.');
  return new StepTrouble('failed', error?.message || null);
}

/** Whether the browser lets a page see and hear at all; throws what stands in the way. */
export function mustSee({ secure, mediaDevices }) {
  if (!secure) throw new StepTrouble('insecure');
  if (!mediaDevices?.getUserMedia) throw new StepTrouble('missing');
}
