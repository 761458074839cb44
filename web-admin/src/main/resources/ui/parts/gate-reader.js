/** Wide enough for a code that fills a third of the picture; a larger one only takes longer, px. */
const WIDE = 720;
const WORKER = new URL('../core/gate-reader-worker.js', import.meta.url);
/** What this needs besides what the page has loaded, to be put aside for times without a network. */
export const READER_FILES = [WORKER.pathname, new URL('../third-party/jsqr.js', import.meta.url).pathname];

/** What reads codes from a video here: `{read(video), close()}`; `read` resolves with the texts in the picture of now. */
export async function codeReader() {
  return (await readsByItself()) ? ownReader() : workerReader();
}

async function readsByItself() {
  const formats = await globalThis.BarcodeDetector?.getSupportedFormats().catch(() => []);
  return Boolean(formats?.includes('qr_code'));
}

/** The browser's own. */
function ownReader() {
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  return { read: async (video) => (await detector.detect(video)).map(({ rawValue }) => rawValue), close() {} };
}

/** The one that comes with the page, in a worker: the page stays quick. */
function workerReader() {
  const worker = new Worker(WORKER);
  const canvas = new OffscreenCanvas(1, 1);
  const paper = canvas.getContext('2d', { willReadFrequently: true });
  const read = (video) => {
    const scale = Math.min(1, WIDE / video.videoWidth);
    [canvas.width, canvas.height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
    paper.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = paper.getImageData(0, 0, canvas.width, canvas.height);
    return new Promise((done, fail) => {
      worker.onmessage = ({ data: text }) => done(text ? [text] : []);
      worker.onerror = fail;
      worker.postMessage({ pixels: data.buffer, width, height }, [data.buffer]);
    });
  };
  return { read, close: () => worker.terminate() };
}
