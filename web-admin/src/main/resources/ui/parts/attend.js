import { LiveSession } from '../core/session.js';
import { KeptClass } from '../core/kept-class.js';
import { keepDeviceName, Memory, takeDeviceName } from '../core/memory.js';
import { joinTokenOf } from './ahead.js';
import { keptPin } from './saver.js';

const device = takeDeviceName(sessionStorage);
addEventListener('pagehide', () => keepDeviceName(sessionStorage, device));
addEventListener('pageshow', ({ persisted }) => persisted && takeDeviceName(sessionStorage));

/** Whether this tab was in the class before it was loaded again, and did not leave. */
export function wasHere(classId) {
  return Boolean(new Memory(sessionStorage, classId).read().position);
}

/** What this browser holds of the class for a time without a network. */
export function keptClass(classId) {
  return new KeptClass(localStorage, classId);
}

/**
 * Opens a session into a class and keeps it informed of what the browser knows about its link; a member's device, which keeps
 * the class for a time without a network, brings its pin along, and a page on which join was pressed the way to a token that lies
 * ready. Returns `{session, stop}`.
 */
export function attend(classId, kept = null, join = () => joinTokenOf(classId)) {
  const session = new LiveSession({
    join,
    device,
    memory: new Memory(sessionStorage, classId),
    around: () => ({ down: navigator.connection?.downlink ?? null }),
    kept,
  });
  if (kept) session.pin(keptPin());
  const back = () => session.linkMayBeBack();
  const gone = () => session.linkMayBeGone();
  const going = () => session.mark();
  const seen = () => document.visibilityState === 'visible' && back();
  addEventListener('online', back);
  addEventListener('offline', gone);
  addEventListener('pagehide', going);
  document.addEventListener('visibilitychange', seen);
  const stop = () => {
    removeEventListener('online', back);
    removeEventListener('offline', gone);
    removeEventListener('pagehide', going);
    document.removeEventListener('visibilitychange', seen);
    session.leave();
  };
  return { session, stop };
}

/** A new id for a command of this device; never starts with `p-`. */
export function commandId(prefix) {
  return `${prefix}-${Math.random().toString(36).slice(2, 12)}`;
}
