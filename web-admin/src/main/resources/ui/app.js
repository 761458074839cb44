import './parts/busy.js';
import './parts/doors-here.js';
import './parts/frame.js';
import './parts/trouble.js';
import { account, whoIsAtDoor, whoIsIn } from './parts/here.js';
import { keepPages } from './parts/offline.js';

/** Which page belongs to a path; the group is the id of the class, pop-up or drop it shows, or the code of an invitation. */
const PAGES = [
  [/^\/$/, 'classes', 'Classes'],
  [/^\/signin$/, 'signin', 'Sign in'],
  [/^\/console$/, 'console', 'Console'],
  [/^\/console\/([\w-]+)$/, 'live', 'Live console'],
  [/^\/numbers$/, 'numbers', 'Numbers'],
  [/^\/reach$/, 'reach', 'From online to the door'],
  [/^\/kit$/, 'kit', 'Field kit'],
  [/^\/messages$/, 'messages', 'Your messages'],
  [/^\/room\/([\w-]+)$/, 'room', 'Room'],
  [/^\/report\/([\w-]+)$/, 'report', 'Report'],
  [/^\/discover$/, 'discover', 'Near you'],
  [/^\/pop-ups$/, 'pop-ups', 'Pop-ups'],
  [/^\/pop-ups\/new$/, 'pop-up-edit', 'New pop-up'],
  [/^\/pop-ups\/([\w-]+)$/, 'pop-up', 'Pop-up'],
  [/^\/pop-ups\/([\w-]+)\/edit$/, 'pop-up-edit', 'Pop-up'],
  [/^\/pop-ups\/([\w-]+)\/door$/, 'pop-up-door', 'Door'],
  [/^\/pop-ups\/([\w-]+)\/stage$/, 'pop-up-stage', 'Stage'],
  [/^\/pop-ups\/([\w-]+)\/take$/, 'pop-up-take', 'A ticket for you'],
  [/^\/door\/([\w-]+)$/, 'door-invitation', 'Invitation to a door'],
  [/^\/series\/([\w-]+)$/, 'series', 'Series'],
  [/^\/pop-ups\/([\w-]+)\/counter$/, 'pop-up-counter', 'Counter'],
  [/^\/drops$/, 'drops', 'Your drops'],
  [/^\/drops\/new$/, 'drop-edit', 'New drop'],
  [/^\/drops\/([\w-]+)$/, 'drop', 'Drop'],
  [/^\/drops\/([\w-]+)\/edit$/, 'drop-edit', 'Drop'],
  [/^\/webhooks$/, 'webhooks', 'Webhooks'],
  [/^\/wallet$/, 'wallet', 'Your wallet'],
  [/^\/account$/, 'account', 'Your account'],
];

/** Nobody at a door waits longer (ms) for a server that does not answer. */
const PATIENCE_MS = 3000;

/** Pages that are a screen of their own. */
const BARE = ['room', 'pop-up-stage'];

async function show() {
  const [found, name, title] = PAGES.map(([path, ...rest]) => [location.pathname.match(path), ...rest]).find(([match]) => match) ?? [null, 'missing', 'Not found'];
  document.title = `${title} · Downbeat`;
  const frame = document.createElement('db-frame');
  frame.bare = BARE.includes(name);
  frame.append(element('db-busy', { label: 'One moment' }));
  document.getElementById('page').replaceChildren(frame);
  const late = setTimeout(() => frame.append(element('db-doors-here')), PATIENCE_MS);
  try {
    const [who] = await Promise.all([asked(name, found?.[1]), import(`./pages/${name}.js`)]);
    frame.account = who;
    const id = found?.[1] ?? null;
    frame.replaceChildren(element(`db-page-${name}`, { account: who, classId: id, popUpId: id, dropId: id, code: id }));
  } catch (problem) {
    frame.bare = false;
    frame.replaceChildren(trouble(problem), element('db-doors-here'));
  } finally {
    clearTimeout(late);
  }
}

/** Who looks at it; where a page goes on without a network, whoever did before. */
function asked(name, id) {
  if (name === 'room') return whoIsIn(id);
  return ['pop-up-door', 'pop-up-counter'].includes(name) ? whoIsAtDoor(id) : account();
}

/** Nobody can tell who is signed in, or a file of the page did not come. */
function trouble(problem) {
  const message = problem.code ? problem.message : 'The server cannot be reached. Check your connection and try again.';
  const it = element('db-trouble', { heading: 'This page cannot be shown', message });
  it.addEventListener('again', () => location.reload());
  return it;
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

show().then(keepPages).catch(() => {}); // what cannot be put aside is fetched again next time
