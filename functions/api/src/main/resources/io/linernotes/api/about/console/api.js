// The HTTP API, and what its refusals mean for somebody in front of a browser.

/** The path under which the service is served: nothing, or a stage such as /live. */
export const BASE = new URL('..', import.meta.url).pathname.replace(/\/+$/, '');

const KEY = 'linernotes.key';
const SESSION = 'linernotes.session';
const LOCAL = ['127.0.0.1', 'localhost', '[::1]'];

/** The API key, which never leaves this browser but for the service; the local stack's is known. */
export const key = {
  get: () => localStorage.getItem(KEY) || (LOCAL.includes(location.hostname) ? 'local' : ''),
  set: value => localStorage.setItem(KEY, value)
};

export const session = {
  get: () => localStorage.getItem(SESSION),
  set: value => value ? localStorage.setItem(SESSION, value) : localStorage.removeItem(SESSION)
};

/** A refusal in words that say what to do. */
export class Refusal extends Error {
  constructor(message, status, retryAfter) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

function remedy(status, detail) {
  switch (status) {
    case 401: return 'Your session has ended: sign in with Spotify again.';
    case 403: return /key/i.test(detail) || detail === 'Forbidden'
      ? 'The service does not know this API key: check it above.' : detail;
    case 413: return detail || 'That is too much for one request: send fewer tracks.';
    case 429: return 'Too many requests with this key: wait a moment, then try again.';
    case 500: case 502: case 503: case 504: return (detail || 'The service has a fault.') + ' Try again in a moment.';
    default: return detail || 'The service refused this with status ' + status + '.';
  }
}

/**
 * Asks the service. The answer says whether something is on its way and when to ask again.
 *
 * @param options of fetch; `headers` are added to the key and the session
 */
export async function ask(path, options = {}) {
  const headers = { 'x-api-key': key.get(), ...options.headers };
  if (session.get()) headers['x-session'] = session.get();
  let response;
  try {
    response = await fetch(BASE + path, { ...options, headers });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Refusal('The service cannot be reached. Is it running, and is this machine online?', 0);
  }
  const retryAfter = Number(response.headers.get('Retry-After')) || 0;
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    if (response.status === 401) session.set(null);
    throw new Refusal(remedy(response.status, problem.detail || problem.message || ''), response.status, retryAfter);
  }
  return { response, pending: response.status === 202, retryAfter };
}

/** As `ask`, with the body read as JSON. */
export async function askJson(path, options) {
  const answer = await ask(path, options);
  return { ...answer, body: answer.response.status === 204 ? null : await answer.response.json() };
}

/** Waits, unless it is aborted. */
export function sleep(seconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason); }, { once: true });
  });
}
