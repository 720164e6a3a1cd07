// Progress, artists, providers and downloads.

import { ask, askJson } from './api.js';
import { $, count, element, span } from './dom.js';

export const SECTIONS = { deezer: 'Deezer', lastfm: 'Last.fm', artists: 'Artists', audio_features: 'Audio features' };
const RESOLVED = ['hit', 'stale', 'miss', 'unsupported'];
const ARTISTS_AT_ONCE = 12;
const PAGE = 500;

export function drawProgress({ answer, pending, retryAfter, total }) {
  const { progress, status } = answer;
  const reading = pending && status === 'pending';
  if (reading) $('bar').removeAttribute('value'); else $('bar').value = progress.percent;
  $('sections').replaceChildren(...Object.entries(progress.sections ?? {}).map(([id, counts]) => section(id, counts)).filter(Boolean));
  $('state').textContent = reading ? 'Reading the playlist …'
    : progress.percent + ' %' + rest(progress, pending, retryAfter) + (total > 500 && pending ? ' · ' + total + ' tracks' : '');
}

function rest(progress, pending, retryAfter) {
  if (pending) return progress.eta_seconds ? ' · about ' + span(progress.eta_seconds) + ' left' : ' · on its way';
  return retryAfter ? ' · a provider keeps something back: analyse again in ' + span(retryAfter) : ' · complete';
}

function section(id, counts) {
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0);
  if (!total) return null;
  const resolved = RESOLVED.reduce((sum, status) => sum + (counts[status] || 0), 0);
  const kept = ['throttled', 'unavailable', 'unsupported'].filter(status => counts[status]).map(status => counts[status] + ' ' + status);
  return element('li', { 'data-section': id },
    element('span', { class: 'section-name', text: SECTIONS[id] || id }),
    element('progress', { max: total, value: resolved, 'aria-label': (SECTIONS[id] || id) + ': ' + resolved + ' of ' + total }),
    element('span', { class: 'soft', text: resolved + '/' + total + (kept.length ? ', ' + kept.join(', ') : '') }));
}

let artistsShown = ARTISTS_AT_ONCE;

export function drawArtists(artists) {
  const known = Object.entries(artists).filter(([, artist]) => artist.data).sort(([a], [b]) => a.localeCompare(b));
  $('artists-section').hidden = !known.length;
  const cards = known.slice(0, artistsShown).map(([name, { data }]) => element('article', { class: 'artist' },
    element('h3', { text: name }),
    element('p', { class: 'soft', text: [data.tags?.slice(0, 4).join(', '), data.listeners ? count(data.listeners) + ' listeners' : ''].filter(Boolean).join(' · ') }),
    data.bio ? element('details', {}, element('summary', { text: 'Notes' }), element('p', { text: data.bio })) : null));
  const more = known.length > artistsShown ? element('button', {
    type: 'button', class: 'quiet more', text: `Show ${Math.min(ARTISTS_AT_ONCE, known.length - artistsShown)} more of ${known.length}`,
    onclick: () => { artistsShown += ARTISTS_AT_ONCE; drawArtists(artists); }
  }) : null;
  // An open note stays open while answers arrive.
  const open = new Set([...$('artists').querySelectorAll('details[open]')].map(each => each.closest('article').querySelector('h3').textContent));
  $('artists').replaceChildren(...cards, ...(more ? [more] : []));
  $('artists').querySelectorAll('article').forEach(card => { if (open.has(card.querySelector('h3').textContent)) card.querySelector('details')?.setAttribute('open', ''); });
}

export async function drawProviders() {
  const { body } = await askJson('/v1/status');
  const head = element('tr', {}, ...['Provider', 'Quota', 'Used, last minute', 'Today', 'Queue', 'Cooldown'].map(text => element('th', { scope: 'col', text })));
  const rows = Object.entries(body.providers).map(([id, provider]) => {
    const queue = provider.queue;
    return element('tr', { 'data-provider': id }, element('th', { scope: 'row', text: id }),
      element('td', { text: provider.quota.calls + ' in ' + span(provider.quota.window_seconds) }),
      element('td', {}, element('progress', { max: 100, value: Math.min(100, provider.used.last_minute_percent ?? 0), 'aria-label': 'Share of the quota' }), ' ' + provider.used.last_minute + ' (' + (provider.used.last_minute_percent ?? 0) + ' %)'),
      element('td', { text: provider.used.today }),
      element('td', { text: queue ? (queue.waiting + queue.in_flight + queue.delayed) + (queue.dead_letters ? ', ' + queue.dead_letters + ' failed' : '') : '–' }),
      element('td', { text: provider.cooldown ? provider.cooldown.reason + ', ' + span(provider.cooldown.seconds_left) + ' left' : 'none' }));
  });
  const cache = Object.entries(body.cache).map(([id, counts]) => {
    const served = (counts.hit || 0) + (counts.stale || 0);
    const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
    return all ? (SECTIONS[id] || id) + ' ' + Math.round(100 * served / all) + ' %' : null;
  }).filter(Boolean);
  $('provider-list').replaceChildren(
    element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows)),
    element('p', { class: 'soft', text: 'Answered from the cache today: ' + (cache.join(' · ') || 'nothing yet') }));
}

const FORMATS = [
  { name: 'CSV', type: 'text/csv', suffix: 'csv', hasHead: true },
  { name: 'M3U8', type: 'application/vnd.apple.mpegurl', suffix: 'm3u8', hasHead: true },
  { name: 'rekordbox', type: 'application/xml', suffix: 'rekordbox.xml' },
  { name: 'JSON', type: 'application/json', suffix: 'json' }
];

/** Buttons that save the analysis as files. */
export function drawDownloads(id, title, total, onProblem) {
  $('downloads').replaceChildren(...FORMATS.map(format => element('button', {
    type: 'button', class: 'quiet', text: format.name, 'aria-label': format.name + ': download',
    onclick: async event => {
      event.target.disabled = true;
      try {
        await download(id, title, total(), format);
      } catch (error) {
        onProblem(error);
      } finally {
        event.target.disabled = false;
      }
    }
  })));
}

/** The service writes at most so many tracks at once: lines are joined, other files are several. */
async function download(id, title, total, format) {
  const parts = [];
  for (let offset = 0; offset === 0 || offset < total; offset += PAGE) {
    const query = new URLSearchParams({ offset, limit: PAGE });
    const { response } = await ask('/v1/playlists/' + id + '/analysis?' + query, { headers: { Accept: format.type } });
    parts.push(await response.text());
  }
  const type = { type: format.type };
  if (format.hasHead) {
    save(new Blob(parts.map((part, i) => i ? part.slice(part.indexOf('\n') + 1) : part), type), title + '.' + format.suffix);
  } else {
    parts.forEach((part, i) => save(new Blob([part], type), title + (parts.length > 1 ? ' ' + (i + 1) : '') + '.' + format.suffix));
  }
}

function save(blob, name) {
  const link = element('a', { href: URL.createObjectURL(blob), download: name.replace(/[^\p{L}\p{N} ._-]+/gu, '_') });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
