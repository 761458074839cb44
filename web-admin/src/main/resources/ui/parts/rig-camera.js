import { brightnessOf } from '../core/levels.js';
import { mustSee, StepTrouble } from '../core/preflight.js';

const LOOK_MS = 2000;
const LUMA_EVERY_MS = 250;
const FIRST_PICTURE_MS = 5000;
const WANTED = { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 30 } };

/** Opens the camera into `video` and looks for two seconds: `{figures, stop}`. `stop` lets the camera go. */
export async function checkCamera({ video, progress }) {
  mustSee({ secure: isSecureContext, mediaDevices: navigator.mediaDevices });
  const stream = await navigator.mediaDevices.getUserMedia({ video: WANTED });
  const stop = () => stream.getTracks().forEach((track) => track.stop());
  try {
    video.srcObject = stream;
    await Promise.race([video.play(), wait(FIRST_PICTURE_MS).then(() => { throw new StepTrouble('failed', 'The camera gives no picture.'); })]);
    const { frames, brightness } = await look(video, progress);
    const fps = Math.round((frames / LOOK_MS) * 10000) / 10;
    return { figures: { width: video.videoWidth, height: video.videoHeight, fps: fps || stream.getVideoTracks()[0].getSettings().frameRate || 0, brightness }, stop };
  } catch (problem) {
    stop();
    throw problem;
  }
}

/** Frames that came and how bright they are on average. Where the browser counts no frames, `frames` is 0. */
async function look(video, progress) {
  const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 });
  const small = canvas.getContext('2d', { willReadFrequently: true });
  let frames = 0;
  let looking = true;
  const count = () => {
    frames += 1;
    if (looking) video.requestVideoFrameCallback(count);
  };
  video.requestVideoFrameCallback?.(count);
  const lumas = [];
  for (let passed = 0; passed < LOOK_MS; passed += LUMA_EVERY_MS) {
    await wait(LUMA_EVERY_MS);
    small.drawImage(video, 0, 0, 64, 36);
    lumas.push(brightnessOf(small.getImageData(0, 0, 64, 36).data));
    progress((passed + LUMA_EVERY_MS) / LOOK_MS);
  }
  looking = false;
  return { frames, brightness: Math.round((lumas.reduce((sum, luma) => sum + luma, 0) / lumas.length) * 1000) / 1000 };
}

function wait(ms) {
  return new Promise((done) => setTimeout(done, ms));
}
