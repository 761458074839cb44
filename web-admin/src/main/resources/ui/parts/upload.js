import { Problem, Unreachable } from '../core/http.js';

/** Sends a file as it is and tells how far it is (0 to 1); `fetch` cannot. A file that makes no way for a minute is given up. */
export function upload(path, file, type, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let timer = null;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), 60000);
    };
    request.open('POST', `/api/v1${path}`);
    request.setRequestHeader('Content-Type', type);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => {
      wait();
      progress(total ? loaded / total : 0);
    };
    request.onerror = request.onabort = () => reject(new Unreachable());
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status < 300) resolve(body);
      else reject(new Problem({ status: request.status, ...body }));
    };
    request.onloadend = () => clearTimeout(timer);
    wait();
    request.send(file);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { detail: text };
  }
}
