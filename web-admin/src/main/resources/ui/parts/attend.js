import { LiveSession } from '../core/session.js';
import { keepDeviceName, Memory, takeDeviceName } from '../core/memory.js';
import { api } from './here.js';

const device = takeDeviceName(sessionStorage);
addEventListener('pagehide', () => keepDeviceName(sessionStorage, device));
addEventListener('pageshow', ({ persisted }) => persisted && takeDeviceName(sessionStorage));

/** Whether this tab was in the class before it was loaded again, and did not leave. */
export function wasHere(classId) {
  return Boolean(new Memory(sessionStorage, classId).read().position);
}

/** Opens a session into a class and keeps it informed of what the browser knows about its link. Returns `{session, stop}`. */
export function attend(classId) {
  const session = new LiveSession({
    join: () => api.post(`/classes/${classId}/join`),
    device,
    memory: new Memory(sessionStorage, classId),
    around: () => ({ down: navigator.connection?.downlink ?? null }),
  });
  const back = () => session.linkMayBeBack();
  const gone = () => session.linkMayBeGone();
  const seen = () => document.visibilityState === 'visible' && back();
  addEventListener('online', back);
  addEventListener('offline', gone);
  document.addEventListener('visibilitychange', seen);
  const stop = () => {
    removeEventListener('online', back);
    removeEventListener('offline', gone);
    document.removeEventListener('visibilitychange', seen);
    session.leave();
  };
  return { session, stop };
}

/** A new id for a command of this device; never starts with `p-`. */
export function commandId(prefix) {
  return `${prefix}-${Math.random().toString(36).slice(2, 12)}`;
}
