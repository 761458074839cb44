const CACHE = 'downbeat-pages-';
/** The key under which sw.js finds the page itself. */
const SHELL = '/shell';
const DOOR_SHELL = '/shell-of-doors';
const UI = new URL('..', import.meta.url).pathname;
const HASH = UI.match(/^\/ui\/([0-9a-f]{16})\/$/)?.[1];

/**
 * Puts aside what this page was made of, so that it comes up again without a network: the shell, the modules, the typeface.
 * What older versions have put aside is removed. Does nothing where the browser has no workers (no HTTPS, private windows).
 */
export async function keepPages() {
  if (!HASH || !navigator.serviceWorker || !globalThis.caches) return;
  await navigator.serviceWorker.register('/sw.js');
  const name = CACHE + HASH;
  const cache = await caches.open(name);
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await Promise.all(madeOf().filter((path) => !kept.has(path)).map((path) => cache.add(path)));
  if (!(await keepShell(cache))) return;
  for (const other of await caches.keys()) if (other.startsWith(CACHE) && other !== name) await caches.delete(other);
}

/** Puts aside more files of this version, which a page may need later and has not loaded. */
export async function keepFiles(paths) {
  if (!HASH || !navigator.serviceWorker || !globalThis.caches) return;
  const cache = await caches.open(CACHE + HASH);
  await Promise.all(paths.map(async (path) => (await cache.match(path)) ?? cache.add(path)));
}

/** Paths of the files that the page has loaded, those that never change. */
function madeOf() {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const ours = loaded.filter(({ origin, pathname }) => origin === location.origin && (pathname.startsWith(UI) || pathname.startsWith('/vendor/')));
  return [...new Set(ours.map(({ pathname }) => pathname))];
}

/** The shell of this page's kind: that of a door or a counter may use the camera, the others may not. */
function shellHere() {
  return /^\/pop-ups\/[^/]+\/(door|counter)$/.test(location.pathname) ? [[SHELL, '/'], [DOOR_SHELL, location.pathname]] : [[SHELL, '/']];
}

/** The shell is of no person. One that asks for other files than these is a newer version's: its own page will keep it. */
async function keepShell(cache) {
  const kept = await Promise.all(shellHere().map(async ([key, path]) => {
    const shell = await fetch(path, { credentials: 'omit', cache: 'no-store' });
    const fits = shell.ok && (await shell.clone().text()).includes(`${UI}app.js`);
    if (fits) await cache.put(key, shell);
    return fits;
  }));
  return kept.every(Boolean);
}
