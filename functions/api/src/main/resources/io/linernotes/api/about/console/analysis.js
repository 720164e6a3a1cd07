// Follows an analysis: asks for the tracks page by page, again and again, until nothing is on its way.

import { askJson, sleep } from './api.js';
import { keyName } from './mixing.js';

const PAGE = 500;
const DETAILS = 100;
const SLOWEST_POLL = 3;
const MOST_REFUSALS = 5;

/** The short form's columns as tracks; a place that nobody knows yet is left out. */
function fromColumns({ first_position: first, titles, bpm, camelot, energy }) {
  return titles.map((title, i) => ({
    position: first + i, title,
    mix: { bpm: bpm[i], camelot: camelot[i], key: keyName(camelot[i]), energy: energy[i] }
  })).filter(track => track.title !== null);
}

/** One playlist, or the tracks of a file, as far as it is known. */
export class Analysis {
  /**
   * @param request asks for a part of the analysis: `{ offset, limit, view }`
   * @param summary asks for progress and aggregates alone; null if every answer has them
   * @param names asks for the tracks of a part without their sections; null if there are no parts
   */
  constructor(request, summary, names, onChange) {
    this.request = request;
    this.summary = summary;
    this.names = names;
    this.named = new Set();
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

  get pages() { return Math.ceil(this.total / PAGE); }

  /** Asks until nothing is on its way, then once more for every page in short. */
  async run() {
    let page = 0;
    let refusals = 0;
    for (;;) {
      try {
        const pending = await this.poll(page);
        refusals = 0;
        if (!pending) break;
        page = this.pages ? (page + 1) % this.pages : 0;
        await sleep(Math.min(SLOWEST_POLL, Math.max(1, this.retryAfter)), this.signal);
      } catch (error) {
        if (error.status !== 429 || ++refusals > MOST_REFUSALS) throw error;
        await sleep(Math.max(1, error.retryAfter), this.signal);
      }
    }
    for (let each = 0; each < this.pages; each++) {
      if (each !== page) await this.short(each);
    }
    this.complete = true;
    this.onChange(this);
  }

  /** Asks for progress, and for one page in short. */
  async poll(page) {
    if (this.summary) this.keep(await this.summary(this.signal));
    if (this.answer?.status !== 'pending') await this.short(page);
    return this.pending;
  }

  async short(page) {
    const part = { offset: page * PAGE, limit: PAGE };
    this.take(await this.request({ ...part, view: 'mix' }, this.signal));
    // The short form has no artists. They do not change while the analysis runs.
    if (this.names && !this.named.has(page)) {
      const answer = await this.names(part, this.signal);
      if (!answer.pending) this.named.add(page);
      this.merge(answer.body.tracks ?? [], false);
    }
  }

  /** Keeps what an answer says of the whole. */
  keep({ body, pending, retryAfter }) {
    this.answer = { ...this.answer, ...body, aggregates: body.aggregates ?? this.answer?.aggregates ?? null,
      progress: { sections: {}, ...this.answer?.progress, ...body.progress } };
    this.pending = pending;
    this.retryAfter = retryAfter;
    if (body.playlist) this.total = body.playlist.total_tracks;
    this.onChange(this);
  }

  take(answer) {
    const { body } = answer;
    // A page says no more of the whole than the summary does.
    if (!this.summary || !this.answer) this.keep(answer);
    if (body.mixes) this.merge(fromColumns(body.mixes), false);
    this.merge(body.tracks, true);
    Object.assign(this.artists, body.artists);
    this.onChange(this);
  }

  /** Adds what is told to what is known; what is known wholly is not replaced by less. */
  merge(tracks, isWhole) {
    for (const track of tracks) {
      const known = this.tracks[track.position];
      if (known?.isWhole && !isWhole) continue;
      this.tracks[track.position] = { type: 'track', ...known, ...track, isWhole };
      this.total = Math.max(this.total, track.position + 1);
    }
    this.tracks.length = Math.max(this.total, this.tracks.length);
  }

  /** Fetches everything about the tracks at these positions; each block of them once. */
  async details(first, last) {
    for (let block = Math.floor(first / DETAILS); block * DETAILS <= last; block++) {
      if (this.detailed.has(block) || block * DETAILS >= this.total) continue;
      this.detailed.add(block);
      try {
        this.take(await this.request({ offset: block * DETAILS, limit: DETAILS }, this.signal));
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
export function playlist(id, onChange) {
  const get = (parameters, signal) => askJson('/v1/playlists/' + id + '/analysis?' + new URLSearchParams(parameters), { signal });
  const names = (parameters, signal) => askJson('/v1/playlists/' + id + '/tracks?' + new URLSearchParams(parameters), { signal });
  return new Analysis(get, signal => get({ limit: 1 }, signal), names, onChange);
}

/** The analysis of a file's tracks; the service reads the file, and has no pages of it. */
export function file(text, onChange) {
  const post = (view, signal) => askJson('/v1/tracks/enrichment' + (view ? '?view=' + view : ''), {
    method: 'POST', body: text, signal, headers: { 'Content-Type': 'text/csv', Accept: 'application/json' }
  });
  let whole = null;
  return new Analysis(({ view }, signal) => view ? post(view, signal) : (whole ??= post(null, signal)), null, null, onChange);
}
