/* A classic worker: the decoder is a plain script. It looks for one code in one picture. */
importScripts('../third-party/jsqr.js');

self.onmessage = ({ data: { pixels, width, height } }) => {
  const found = self.jsQR(new Uint8ClampedArray(pixels), width, height, { inversionAttempts: 'dontInvert' });
  self.postMessage(found?.data ?? null);
};
