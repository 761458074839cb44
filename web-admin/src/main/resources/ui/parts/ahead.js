import { TokenAhead } from '../core/token-ahead.js';
import { api } from './here.js';

/** Asks the server for a token into a class. */
export function joinTokenOf(classId) {
  return api.post(`/classes/${classId}/join`);
}

/** A class's join token at hand, fetched only while the page is looked at: `want(wanted)`, `take()`, `stop()`. */
export function joinAhead(classId) {
  const token = new TokenAhead({ ask: () => joinTokenOf(classId) });
  let wanted = false;
  const see = () => token.want(wanted && document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', see);
  return {
    want: (now) => {
      wanted = now;
      see();
    },
    take: () => token.take(),
    stop: () => {
      wanted = false;
      see();
      document.removeEventListener('visibilitychange', see);
    },
  };
}
