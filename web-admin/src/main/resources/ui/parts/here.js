import { Api } from '../core/http.js';

/** The server this page came from. */
export const api = new Api();

/** A whole list, page after page. */
export async function everything(path) {
  const items = [];
  for (let next = null; ; ) {
    const page = await api.get(next ? `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}` : path);
    items.push(...page.items);
    next = page.next;
    if (!next) return items;
  }
}

let asked = null;

/** Who is signed in: `{id, name, roles, participant}`, or null. Asked once per page; fails when the server cannot tell. */
export function account() {
  asked ??= api.get('/session').then((session) => session?.account ?? null, nobody);
  return asked;
}

function nobody(problem) {
  if (problem.status >= 400 && problem.status < 500 && problem.status !== 429) return null;
  throw problem;
}

export async function signOut() {
  await api.delete('/session').catch(() => null);
  location.assign('/');
}

export function isTrainer(who) {
  return Boolean(who?.roles?.includes('TRAINER'));
}

/** The way to sign in and come back. */
export function signInPath() {
  return `/signin?back=${encodeURIComponent(location.pathname)}`;
}
