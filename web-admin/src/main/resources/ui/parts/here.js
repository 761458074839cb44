import { Api } from '../core/http.js';
import { forgetDoors, GateMemory } from '../core/gate-memory.js';
import { COUNTER_STORE, GateStore } from '../core/gate-store.js';
import { forgetClasses, KeptClass } from '../core/kept-class.js';

/** Nobody waits longer (ms) to go on with a class to be told who they are. */
const PATIENCE_MS = 500;

/** The server this page came from. */
export const api = new Api();

/** Now, by the clock of the server. */
export function serverNow() {
  return Date.now() + api.aheadMs;
}

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

/**
 * Who is in a class's room: whoever is signed in, and where the server cannot be asked in time, whoever was in it before the
 * page was loaded again.
 */
export async function whoIsIn(classId) {
  return orAsBefore(new KeptClass(localStorage, classId).read()?.account);
}

/** Who stands at the door of a pop-up, likewise. */
export async function whoIsAtDoor(popUpId) {
  const { account: was = null, session } = { ...(await keptAtDoor(popUpId)), ...new GateMemory(localStorage, popUpId).read() };
  return orAsBefore(was, Boolean(was ?? session));
}

/** The same from beside the guest list: what a browser writes to localStorage it may lose when it is killed within seconds. */
export async function keptAtDoor(popUpId) {
  return (await new GateStore().book(popUpId).catch(() => null))?.who ?? {};
}

async function orAsBefore(was, known = Boolean(was)) {
  if (!known) return account();
  const late = new Promise((done) => setTimeout(() => done(was), PATIENCE_MS));
  return Promise.race([account().catch(() => was), late]);
}

/** What this browser keeps of whoever was signed in. */
export async function forgetHere() {
  forgetClasses(localStorage);
  forgetDoors(localStorage);
  for (const store of [new GateStore(), new GateStore(indexedDB, COUNTER_STORE)]) await store.forgetBooks().catch(() => {});
}

export async function signOut() {
  await forgetHere();
  await api.delete('/session').catch(() => null);
  location.assign('/');
}

export function isTrainer(who) {
  return Boolean(who?.roles?.includes('TRAINER'));
}

export function isAdmin(who) {
  return Boolean(who?.roles?.includes('ADMIN'));
}

export function isOrganizer(who) {
  return Boolean(who?.roles?.includes('ORGANIZER'));
}

/** The way to sign in and come back. */
export function signInPath() {
  return `/signin?back=${encodeURIComponent(location.pathname)}`;
}
