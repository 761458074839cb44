import './parts/frame.js';
import { account } from './parts/here.js';

/** Which page belongs to a path; the group is the class id. */
const PAGES = [
  [/^\/$/, 'classes', 'Classes'],
  [/^\/signin$/, 'signin', 'Sign in'],
  [/^\/console$/, 'console', 'Console'],
  [/^\/console\/([\w-]+)$/, 'live', 'Live console'],
  [/^\/room\/([\w-]+)$/, 'room', 'Room'],
  [/^\/report\/([\w-]+)$/, 'report', 'Report'],
];

async function show() {
  const [found, name, title] = PAGES.map(([path, ...rest]) => [location.pathname.match(path), ...rest]).find(([match]) => match) ?? [null, 'missing', 'Not found'];
  document.title = `${title} · Downbeat`;
  const [who] = await Promise.all([account(), import(`./pages/${name}.js`)]);
  const frame = document.createElement('db-frame');
  const page = document.createElement(`db-page-${name}`);
  frame.bare = name === 'room';
  frame.account = who;
  page.account = who;
  page.classId = found?.[1] ?? null;
  frame.append(page);
  document.getElementById('page').replaceChildren(frame);
}

show();
