import { SAVER } from '../core/rungs.js';

const STORE = 'downbeat.saver';

/** The rung that this device wants never to be above, or null: what its member chose last, in whichever class. */
export function keptPin() {
  return localStorage.getItem(STORE) === 'on' ? SAVER : null;
}

export function keepPin(on) {
  localStorage.setItem(STORE, on ? 'on' : 'off');
  return on ? SAVER : null;
}
