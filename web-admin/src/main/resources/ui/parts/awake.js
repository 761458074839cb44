import { stayAwake } from '../core/stay-awake.js';

/** Keeps the screen of this device on while a class runs. Returns how to stop. */
export function keepAwake() {
  return stayAwake(navigator.wakeLock, document);
}
