import { bestPop, ringOf } from './preflight.js';
import { millis } from './time.js';

/** What each verdict is called, and the kind of notice it is shown in. */
export const MARKS = { READY: ['Ready', 'good'], USABLE: ['Usable', 'warn'], NOT_READY: ['Not ready', 'error'] };

/** The steps of a check: which item, what it is called, what is said while it runs. */
export const STEPS = [
  ['CAMERA', 'Camera', 'Looking through the camera'],
  ['MICROPHONE', 'Microphone', 'Listening: speak as you do in class'],
  ['BATTERY', 'Battery', 'Asking for the battery'],
  ['LINK', 'Uplink and downlink', 'Sending and fetching'],
  ['POP', 'Way to the PoPs', 'Timing the way to every PoP'],
  ['AUDIO', 'Delay of sound', 'Playing five clicks: keep quiet'],
];

/** What a step found, in one line. */
export function resultOf(item, figures) {
  return RESULTS[item](figures);
}

const RESULTS = {
  CAMERA: (f) => `${f.width} × ${f.height}, ${f.fps} frames a second, ${percent(f.brightness)} bright`,
  MICROPHONE: (f) => `Speech at ${f.levelDb} dB, loudest ${f.peakDb} dB, ${percent(f.clippedShare)} clipped`,
  BATTERY: (f) => (f.level === null ? `This browser does not tell how full the battery is${f.charging ? '; plugged in, as you say' : ''}` : `${percent(f.level)} full${f.charging ? ', charging' : ''}`),
  LINK: (f) => `${f.upMbps} Mbit/s up, ${f.downMbps} Mbit/s down`,
  POP: (trips) => {
    const best = bestPop(trips);
    return best ? `${best.pop} is best: ${millis(best.rttMs)} and back (ring ${ringOf(best.rttMs)})` : 'No PoP was reached';
  },
  AUDIO: (f) => `${f.device ?? 'What plays here'}${f.bluetooth ? ', a Bluetooth device by its name' : ''}: heard ${millis(f.outputMs)} after it is played`,
};

/** Where the delay of sound comes from, and which part of it is no measurement. */
export function sourceOf({ how, roundTripMs, device }, { heard = 0, inputMs = 0 } = {}) {
  if (how === 'MEASURED') return `Measured: ${heard} of 5 clicks came back through the microphone after ${millis(roundTripMs)}. Of that, ${millis(inputMs)} are taken to be the microphone’s own; that part is an estimate.`;
  if (how === 'TAPPED') return 'Tapped: the median of your taps. People tap along some 20 to 60 ms early, so the truth is rather a little more.';
  const nameless = device ? '' : ' It does not name what plays, so a Bluetooth device is not recognised.';
  return `Not measured: no click came back through a microphone. This is what the browser believes.${nameless}`;
}

/** A microphone's level as its meter reads it. */
export function levelWords(db) {
  return db <= -60 ? 'silence' : db >= -1 ? `${db} dB, clipping` : `${db} dB`;
}

function percent(share) {
  const value = share * 100;
  return `${value > 0 && value < 1 ? value.toFixed(1) : Math.round(value)} %`;
}
