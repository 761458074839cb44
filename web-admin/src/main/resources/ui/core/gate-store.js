const NAME = 'downbeat-door';
/** Where a counter keeps the same: its pack list, and what it handed over. */
export const COUNTER_STORE = 'downbeat-counter';
const BOOKS = 'books';
const SCANS = 'scans';

/**
 * What a device at a door must not lose: the book it decides by, and every scan until the server has it. In IndexedDB, written
 * through to the disk before anybody is told, so that neither a killed browser nor an empty battery takes a scan away.
 */
export class GateStore {
  #open = null;

  constructor(factory = globalThis.indexedDB, name = NAME) {
    Object.assign(this, { factory, name });
  }

  /** `{popUp, book, tag, asOf, …}`, or undefined. */
  book(popUp) {
    return this.#read(BOOKS, (store) => store.get(popUp));
  }

  books() {
    return this.#read(BOOKS, (store) => store.getAll());
  }

  keepBook(record) {
    return this.#write(BOOKS, (store) => store.put(record));
  }

  /** Names of guests leave with who signs out; scans stay until they are uploaded. */
  forgetBooks() {
    return this.#write(BOOKS, (store) => store.clear());
  }

  /** All scans of a pop-up that this device still holds, in time. */
  async scans(popUp) {
    const all = await this.#read(SCANS, (store) => store.index('popUp').getAll(popUp));
    return all.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.nonce < b.nonce ? -1 : 1));
  }

  keepScans(scans) {
    return this.#write(SCANS, (store) => scans.forEach((scan) => store.put(scan)));
  }

  dropScans(nonces) {
    return this.#write(SCANS, (store) => nonces.forEach((nonce) => store.delete(nonce)));
  }

  async #read(name, ask) {
    const db = await this.#database();
    const store = db.transaction(name, 'readonly').objectStore(name);
    return answer(ask(store));
  }

  async #write(name, change) {
    const db = await this.#database();
    const transaction = db.transaction(name, 'readwrite', { durability: 'strict' });
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('This device could not keep it.'));
    });
    change(transaction.objectStore(name));
    return done;
  }

  #database() {
    this.#open ??= this.#opened().catch((problem) => {
      this.#open = null;
      throw problem;
    });
    return this.#open;
  }

  #opened() {
    const request = this.factory.open(this.name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(BOOKS, { keyPath: 'popUp' });
      request.result.createObjectStore(SCANS, { keyPath: 'nonce' }).createIndex('popUp', 'popUp');
    };
    return answer(request);
  }
}

function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
