// The table of tracks. Only the rows in view are in the page, so ten thousand scroll like ten.

import { $, count, element, fixed, span, UNKNOWN } from './dom.js';
import { meter } from './charts.js';
import { bpm, isRecounted, recount } from './mixing.js';

const SPARE = 8;

const WAYS = { isrc: 'ISRC', isrc_search: 'ISRC search', musicbrainz_isrc: 'MusicBrainz', artist_title: 'names' };
const KINDS = { local: 'local file', episode: 'episode', unavailable: 'unavailable' };

const name = track => [track.artists?.join(', '), track.title].filter(Boolean).join(' – ') || UNKNOWN;
const camelotOrder = track => track.mix?.camelot ? parseInt(track.mix.camelot, 10) * 2 + (track.mix.camelot.endsWith('B') ? 1 : 0) : null;

/** How a track was found at Deezer, how surely, and what was found. */
function match(track) {
  const data = track.deezer?.data;
  if (!data?.match) return null;
  const percent = Math.round(100 * data.match.confidence) + ' %';
  return {
    confidence: data.match.confidence,
    text: (WAYS[data.match.by] || data.match.by) + ' ' + percent,
    title: 'Found at Deezer by ' + (WAYS[data.match.by] || data.match.by) + ', ' + percent + ' sure'
      + (data.match.title ? ': ' + [data.match.artists?.join?.(', ') ?? data.match.artists, data.match.title].filter(Boolean).join(' – ') : '')
  };
}

/** What a section that is not there says instead. */
function state(section) {
  if (!section || section.status === 'hit') return UNKNOWN;
  const wait = section.retry_after_seconds ? ', ' + span(section.retry_after_seconds) : '';
  return section.status === 'miss' ? UNKNOWN : section.status + wait;
}

const age = track => {
  const ages = [track.deezer, track.lastfm, track.audio_features].map(each => each?.fetched_at).filter(each => each).map(at => Math.max(0, (Date.now() - Date.parse(at)) / 1000));
  return ages.length ? Math.max(...ages) : null;
};

const COLUMNS = [
  { id: 'position', title: '#', value: track => track.position, number: true },
  { id: 'name', title: 'Artist – title', value: track => name(track).toLowerCase() },
  { id: 'bpm', title: 'BPM', value: bpm, number: true },
  { id: 'key', title: 'Key', value: camelotOrder },
  { id: 'energy', title: 'Energy', value: track => track.mix?.energy ?? null, number: true },
  { id: 'gain', title: 'Gain', value: track => track.deezer?.data?.gain ?? null, number: true, detail: true },
  { id: 'tags', title: 'Tags', value: track => track.lastfm?.data?.top_tags?.[0]?.toLowerCase() ?? null, detail: true },
  { id: 'match', title: 'Match', value: track => match(track)?.confidence ?? null, detail: true },
  { id: 'age', title: 'Age', value: age, number: true, detail: true }
];

export class Table {
  /**
   * @param events `open(track)`, `seen(first, last)` with positions, `sorted(needsDetails)`, `recounted()`
   */
  constructor(events) {
    this.events = events;
    this.tracks = [];
    this.marks = new Map();
    this.sort = { id: 'place', down: false };
    this.filter = '';
    this.current = 0;
    this.head = element('div', { class: 'row head', role: 'row', 'aria-rowindex': 1 }, ...COLUMNS.map(column => this.heading(column)));
    this.space = element('div', { class: 'space', role: 'presentation' });
    this.body = element('div', { class: 'body', role: 'rowgroup', tabindex: 0, onscroll: () => this.draw(), onkeydown: event => this.key(event) }, this.space);
    this.none = element('p', { class: 'soft none', hidden: true, text: 'No track matches the filter.' });
    $('table').replaceChildren(element('div', { class: 'table', role: 'table', 'aria-label': 'Tracks' },
      element('div', { role: 'rowgroup' }, this.head), this.body), this.none);
    new ResizeObserver(() => this.draw()).observe(this.body);
  }

  heading(column) {
    return element('div', { role: 'columnheader', class: 'cell ' + column.id, 'aria-sort': 'none', 'data-column': column.id },
      element('button', { type: 'button', onclick: () => this.sortBy(column), text: column.title }));
  }

  sortBy(column) {
    const same = this.sort.id === column.id;
    // Up, down, and back to the order of the set.
    this.sort = same && this.sort.down ? { id: 'place', down: false } : { id: column.id, down: same };
    this.head.querySelectorAll('[data-column]').forEach(cell => cell.setAttribute('aria-sort',
      cell.dataset.column !== this.sort.id ? 'none' : this.sort.down ? 'descending' : 'ascending'));
    if (column.detail && this.sort.id === column.id) this.events.sorted();
    this.arrange();
  }

  /** Shows these tracks, in this order, with clashes marked at these places. */
  show(tracks, marks) {
    this.tracks = tracks;
    this.marks = new Map(marks.map(({ index, reasons }) => [tracks[index]?.position, reasons]));
    this.arrange();
  }

  filterBy(text) {
    this.filter = text.trim().toLowerCase();
    this.body.scrollTop = 0;
    this.current = 0;
    this.arrange();
  }

  arrange() {
    const column = COLUMNS.find(each => each.id === this.sort.id);
    const shown = this.tracks.filter(track => track && this.matches(track));
    if (column) {
      const sign = this.sort.down ? -1 : 1;
      shown.sort((a, b) => {
        const [one, other] = [column.value(a), column.value(b)];
        // The unknown comes last whichever way.
        if (one === null || other === null) return (one === null) - (other === null) || a.position - b.position;
        return sign * (one < other ? -1 : one > other ? 1 : 0) || a.position - b.position;
      });
    }
    this.shown = shown;
    this.none.hidden = shown.length > 0 || !this.tracks.length;
    this.draw();
  }

  matches(track) {
    if (!this.filter) return true;
    if (/^\d{1,2}[ab]$/.test(this.filter)) return track.mix?.camelot?.toLowerCase() === this.filter;
    const span = /^(\d{2,3})\s*[-–]\s*(\d{2,3})$/.exec(this.filter);
    if (span) return bpm(track) !== null && bpm(track) >= Number(span[1]) && bpm(track) <= Number(span[2]);
    return (name(track) + ' ' + (track.lastfm?.data?.top_tags?.join(' ') ?? '') + ' ' + (track.mix?.key ?? '')).toLowerCase().includes(this.filter);
  }

  get rowHeight() { return parseFloat(getComputedStyle(this.body).getPropertyValue('--row')) || 40; }

  draw() {
    const shown = this.shown ?? [];
    const height = this.rowHeight;
    this.space.style.height = shown.length * height + 'px';
    this.body.parentElement.setAttribute('aria-rowcount', shown.length + 1);
    const first = Math.max(0, Math.floor(this.body.scrollTop / height) - SPARE);
    const last = Math.min(shown.length, Math.ceil((this.body.scrollTop + this.body.clientHeight) / height) + SPARE);
    const rows = [];
    for (let index = first; index < last; index++) rows.push(this.row(shown[index], index, height));
    const held = this.body.contains(document.activeElement) && document.activeElement !== this.body
      ? { row: document.activeElement.closest('.row')?.dataset.position, action: document.activeElement.dataset.action } : null;
    this.space.replaceChildren(...rows);
    if (held?.action) this.space.querySelector(`[data-position="${held.row}"] [data-action="${held.action}"]`)?.focus();
    if (last > first) this.events.seen(shown.slice(first, last).map(track => track.position));
  }

  row(track, index, height) {
    const kind = KINDS[track.type];
    const clash = this.marks.get(track.position);
    const found = match(track);
    const energy = track.mix?.energy ?? null;
    const cells = {
      position: [track.position + 1],
      name: [clash ? element('span', { class: 'clash-mark', role: 'img', 'aria-label': 'Clashes with the track before: ' + clash.join(', '), title: clash.join(', '), text: '!' }) : null,
        element('span', { class: 'names' }, element('span', { class: 'track-title', text: track.title || UNKNOWN }), element('span', { class: 'track-artists', text: kind ? kind : track.artists?.join(', ') || UNKNOWN }))],
      bpm: kind ? [] : [this.counting(track, 0.5, '÷2'), element('span', { class: 'value' + (isRecounted(track) ? ' recounted' : ''), title: this.source(track), text: fixed(bpm(track), 1) }), this.counting(track, 2, '×2')],
      key: kind ? [] : [track.mix?.camelot ? element('span', { class: 'chip h' + parseInt(track.mix.camelot, 10), title: track.mix.key, text: track.mix.camelot }) : UNKNOWN, track.mix?.key ? element('span', { class: 'soft key-name', text: track.mix.key }) : null],
      energy: kind ? [] : energy === null ? [UNKNOWN] : [fixed(energy, 2), meter(energy)],
      gain: kind ? [] : [fixed(track.deezer?.data?.gain, 1, ' dB')],
      tags: kind ? [] : [track.lastfm?.data?.top_tags?.slice(0, 3).join(', ') || state(track.lastfm)],
      match: kind ? [] : found ? [element('span', { class: 'badge' + (found.confidence < 0.9 ? ' unsure' : ''), title: found.title, text: found.text })]
        : [track.deezer?.status === 'miss' ? 'not at Deezer' : state(track.deezer)],
      age: kind ? [] : [span(age(track))]
    };
    const row = element('div', {
      class: 'row' + (index === this.current ? ' current' : '') + (clash ? ' clashing' : ''), role: 'row', 'aria-rowindex': index + 2,
      'data-position': track.position, onclick: event => { if (!event.target.closest('button')) { this.current = index; this.open(track); } }
    }, ...COLUMNS.map(column => element('div', { role: column.id === 'name' ? 'rowheader' : 'cell', class: 'cell ' + column.id + (column.number ? ' number' : '') }, ...cells[column.id])));
    row.style.transform = `translateY(${index * height}px)`;
    return row;
  }

  counting(track, factor, text) {
    return bpm(track) === null ? null : element('button', {
      type: 'button', class: 'recount', 'data-action': text, tabindex: -1, text,
      'aria-label': text + ' the BPM of ' + name(track),
      onclick: () => { recount(track, factor); this.events.recounted(); }
    });
  }

  source(track) {
    const mix = track.mix;
    if (!mix?.bpm) return 'BPM unknown';
    const others = mix.bpm_alternatives?.length ? ', others say ' + mix.bpm_alternatives.map(each => each.toFixed(1)).join(', ') : '';
    return (mix.bpm_source ? 'from ' + mix.bpm_source : '') + (mix.agreement ? ', ' + mix.agreement : '') + others;
  }

  key(event) {
    const page = Math.max(1, Math.floor(this.body.clientHeight / this.rowHeight) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    const track = this.shown?.[this.current];
    if (event.key in steps) {
      this.current = Math.max(0, Math.min(this.shown.length - 1, this.current + steps[event.key]));
      this.reveal();
    } else if (event.target === this.body && event.key === 'Enter' && track) this.open(track);
    else if (event.target === this.body && (event.key === '+' || event.key === '-') && track) {
      recount(track, event.key === '+' ? 2 : 0.5);
      this.events.recounted();
    } else return;
    event.preventDefault();
  }

  reveal() {
    const top = this.current * this.rowHeight;
    if (top < this.body.scrollTop) this.body.scrollTop = top;
    else if (top + this.rowHeight > this.body.scrollTop + this.body.clientHeight) this.body.scrollTop = top + this.rowHeight - this.body.clientHeight;
    this.draw();
  }

  open(track) {
    this.draw();
    this.events.open(track);
  }
}

/** Everything about one track, for the panel under the table. */
export function detail(track, recounted) {
  const facts = [];
  const add = (label, text) => text && text !== UNKNOWN && facts.push(element('div', {}, element('dt', { text: label }), element('dd', { text })));
  const [deezer, lastfm, features] = [track.deezer?.data, track.lastfm?.data, track.audio_features?.data];
  add('BPM', bpm(track) === null ? null : fixed(bpm(track), 1) + (track.mix.bpm_source ? ' from ' + track.mix.bpm_source : '') + (track.mix.bpm_alternatives?.length ? '; others say ' + track.mix.bpm_alternatives.map(each => fixed(each, 1)).join(', ') : ''));
  add('Providers', track.mix?.agreement && { same: 'agree on the tempo', octave: 'agree, one counts in half or double time', different: 'disagree on the tempo', single: 'one alone tells a tempo' }[track.mix.agreement]);
  add('Key', track.mix?.key && track.mix.key + ', ' + track.mix.camelot);
  add('Gain', fixed(deezer?.gain, 1, ' dB'));
  add('Match', match(track)?.title);
  add('Released', deezer?.release_date || track.release_date);
  add('Album', track.album);
  add('ISRC', track.isrc);
  add('Tags', lastfm?.top_tags?.join(', '));
  add('Listeners', lastfm && count(lastfm.listeners) + ', ' + count(lastfm.playcount) + ' plays');
  add('Similar', lastfm?.similar?.slice(0, 5).map(each => each.artist + ' – ' + each.name).join(' · '));
  add('Sounds', features && ['danceability', 'valence', 'acousticness', 'instrumentalness'].filter(each => features[each] !== null && features[each] !== undefined).map(each => each + ' ' + features[each].toFixed(2)).join(', '));
  const open = ['deezer', 'lastfm', 'audio_features'].filter(each => track[each] && state(track[each]) !== UNKNOWN).map(each => each.replace('_', ' ') + ' ' + state(track[each]));
  add('On its way', open.join(', '));
  const counting = bpm(track) === null ? null : element('p', { class: 'counting' }, ...[[0.5, 'Count in half time'], [2, 'Count in double time']].map(([factor, text]) =>
    element('button', { type: 'button', class: 'quiet', text, onclick: () => { recount(track, factor); recounted(); } })));
  return [element('h3', { text: name(track) }), element('dl', {}, ...facts), ...(counting ? [counting] : [])];
}
