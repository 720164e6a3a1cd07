// Follows an analysis: asks for the tracks page by page, again and again, until nothing is on its way.

import { askJson, sleep } from './api.js';

const PAGE = 500;
const DETAILS = 100;
const SLOWEST_POLL = 5;
const MOST_REFUSALS = 5;

/** One playlist, or the tracks of a file, as far as it is known. */
export class Analysis {
  constructor(request, onChange) {
    this.request = request;
    this.onChange = onChange;
    this.tracks = [];
    this.artists = {};
    this.detailed = new Set();
    this.total = 0;
    this.complete = false;
    this.controller = new AbortController();
  }

  get signal() { return this.controller.signal; }

  stop() { this.controller.abort(); }

  /** Asks until nothing is on its way, then once more for every page. */
  async run() {
    let page = 0;
    let refusals = 0;
    for (;;) {
      try {
        const answer = await this.page(page * PAGE);
        refusals = 0;
        if (!answer.pending) break;
        page = this.pages ? (page + 1) % this.pages : 0;
        await sleep(Math.min(SLOWEST_POLL, Math.max(1, answer.retryAfter)), this.signal);
      } catch (error) {
        if (error.status !== 429 || ++refusals > MOST_REFUSALS) throw error;
        await sleep(Math.max(1, error.retryAfter), this.signal);
      }
    }
    for (let each = 0; each < this.pages; each++) {
      if (each !== page) await this.page(each * PAGE);
    }
    this.complete = true;
    this.onChange(this);
  }

  get pages() { return Math.ceil(this.total / PAGE); }

  async page(offset) {
    const answer = await this.request({ offset, limit: PAGE, view: 'mix' }, this.signal);
    this.take(answer, offset);
    return answer;
  }

  take({ body, pending, retryAfter }, offset) {
    this.answer = body;
    this.pending = pending;
    this.retryAfter = retryAfter;
    this.total = body.playlist?.total_tracks ?? Math.max(this.total, offset + body.tracks.length);
    this.tracks.length = Math.max(this.total, this.tracks.length);
    body.tracks.forEach(track => {
      const known = this.tracks[track.position];
      this.tracks[track.position] = known ? { ...known, ...track } : track;
    });
    Object.assign(this.artists, body.artists);
    this.onChange(this);
  }

  /** Fetches everything about the tracks at these positions; each block of them once. */
  async details(first, last) {
    for (let block = Math.floor(first / DETAILS); block * DETAILS <= last; block++) {
      if (this.detailed.has(block) || block * DETAILS >= this.total) continue;
      this.detailed.add(block);
      try {
        const answer = await this.request({ offset: block * DETAILS, limit: DETAILS }, this.signal);
        this.take({ ...answer, pending: this.pending, retryAfter: this.retryAfter }, block * DETAILS);
      } catch (error) {
        this.detailed.delete(block);
        throw error;
      }
    }
  }

  /** Everything about every track, for what needs all of it. */
  async all() { await this.details(0, this.total - 1); }
}

/** The analysis of a playlist. */
export const playlist = (id, onChange) => new Analysis(
  (parameters, signal) => askJson('/v1/playlists/' + id + '/analysis?' + new URLSearchParams(parameters), { signal }), onChange);

/** The analysis of a file's tracks; the service reads the file. */
export const file = (text, onChange) => new Analysis(
  ({ view }, signal) => askJson('/v1/tracks/enrichment' + (view ? '?view=' + view : ''), {
    method: 'POST', body: text, signal, headers: { 'Content-Type': 'text/csv', Accept: 'application/json' }
  }), onChange);
