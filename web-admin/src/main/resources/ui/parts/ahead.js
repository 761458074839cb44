import { TokenAhead } from '../core/token-ahead.js';
import { api } from './here.js';

/** Asks the server for a token into a class; `ahead` of the press it does not count as asking to be let in. */
export function joinTokenOf(classId, ahead = false) {
  return api.post(`/classes/${classId}/join${ahead ? '?ahead=true' : ''}`);
}

/** A class's join token at hand, fetched only while the page is looked at: `want(wanted)`, `take(anew)`, `stop()`. */
export function joinAhead(classId) {
  const token = new TokenAhead({ ask: (early) => joinTokenOf(classId, early) });
  let wanted = false;
  const see = () => token.want(wanted && document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', see);
  return {
    want: (now) => {
      wanted = now;
      see();
    },
    take: (anew) => token.take(anew),
    stop: () => {
      wanted = false;
      see();
      document.removeEventListener('visibilitychange', see);
    },
  };
}
