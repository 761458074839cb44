/**
 * Serves the pages, and what a class brings, out of what the pages have put aside (see parts/offline.js and core/asset-store.js).
 * It stores nothing itself, and nothing of the API ever passes here. A page comes from the network wherever that answers in time.
 */
const SHELL = '/shell';
/** The shell of doors and counters may use the camera; its headers say so. */
const DOOR_SHELL = '/shell-of-doors';
const DOOR = /^\/pop-ups\/[^/]+\/(door|counter)$/;
const PATIENCE_MS = 3000;
/** Their addresses carry a hash or a version: what was put aside is what the network would answer. */
const LASTING = /^\/(ui\/[0-9a-f]{16}|vendor|assets)\//;
const PAGES = /^\/($|signin$|console$|numbers$|kit$|pop-ups$|wallet$|(console|room|report|pop-ups|drops)\/)/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || request.headers.has('range')) return;
  if (request.mode === 'navigate' && PAGES.test(pathname)) event.respondWith(page(request));
  else if (LASTING.test(pathname)) event.respondWith(lasting(request));
});

async function lasting(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function page(request) {
  const fresh = fetch(request);
  const kept = () => shellOf(new URL(request.url).pathname);
  try {
    return (await Promise.race([fresh, late(kept)])) ?? (await fresh);
  } catch {
    return (await kept()) ?? Response.error();
  }
}

async function shellOf(path) {
  return (DOOR.test(path) && (await caches.match(DOOR_SHELL))) || caches.match(SHELL);
}

/** The shell put aside, when the network has had its time. */
async function late(kept) {
  await new Promise((done) => setTimeout(done, PATIENCE_MS));
  return kept();
}
