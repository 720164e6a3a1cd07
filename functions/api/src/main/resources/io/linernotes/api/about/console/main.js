// The console: what is asked for, and how what is known of it is shown.

import * as analysis from './analysis.js';
import { askJson, BASE, key, session } from './api.js';
import { clashes, drawAcross, drawHistogram, drawWheel } from './charts.js';
import { $, element } from './dom.js';
import { drawArtists, drawDownloads, drawProgress, drawProviders } from './panels.js';
import { detail, Table } from './table.js';

const PENDING_LINK = 'linernotes.link';
const DRAW_EVERY = 250;
const STATUS_EVERY = 5000;
const LARGEST_FILE = 5_000_000;

let running = null;
let order = null;
let opened = null;
let drawing = 0;

const table = new Table({
  open: track => { opened = track.position; drawDetail(); },
  seen: positions => wantDetails(positions),
  sorted: () => running?.all().catch(tell),
  recounted: () => drawAll()
});

/** A playlist's id, however it is pasted. */
function playlistId(text) {
  const found = /(?:^|playlist[:/])([0-9A-Za-z]{22})(?:$|[/?#])/.exec(text.trim());
  if (!found) throw new Error('That is no playlist: paste its link from Spotify, its spotify:playlist: URI, or its id of 22 letters and digits.');
  return found[1];
}

function tell(error) {
  if (error?.name === 'AbortError') return;
  $('problem').textContent = error ? error.message : '';
  $('problem').hidden = !error;
  if (error && (error.status === 401 || (error.status === 404 && !session.get()) || /signed? in|sign in/i.test(error.message))) {
    $('problem').append(' ', element('button', { type: 'button', class: 'quiet', text: 'Sign in with Spotify', onclick: signIn }));
  }
}

async function start(next, id) {
  running?.stop();
  tell(null);
  order = null;
  opened = null;
  $('detail').hidden = true;
  $('orders').hidden = !id;
  showOrder();
  running = next;
  $('go').textContent = 'Stop';
  document.body.classList.add('running');
  try {
    await next.run();
  } catch (error) {
    if (running === next) { tell(error); $('result').hidden = !next.answer; }
  } finally {
    if (running === next) {
      $('go').textContent = 'Analyse';
      document.body.classList.remove('running');
      draw(next);
    }
  }
}

const open = id => start(analysis.playlist(id, schedule), id);

/** Draws soon, and not more often than eyes can follow. */
function schedule(changed) {
  if (changed !== running || drawing) return;
  drawing = setTimeout(() => { drawing = 0; draw(changed); }, changed.drawn ? DRAW_EVERY : 0);
  changed.drawn = true;
}

function draw(changed) {
  if (changed !== running || !changed.answer) return;
  const { answer, total } = changed;
  $('result').hidden = false;
  drawProgress(changed);
  $('result').classList.toggle('pending', answer.status === 'pending');
  $('name').textContent = answer.playlist?.name || (answer.playlist ? answer.playlist.id : answer.status === 'pending' ? 'Reading the playlist' : 'Your tracks');
  $('about').textContent = [answer.playlist?.owner && 'by ' + answer.playlist.owner, total && total + (total === 1 ? ' track' : ' tracks'), ...summary(answer.aggregates)].filter(Boolean).join(' · ');
  document.title = (answer.playlist?.name ? answer.playlist.name + ' – ' : '') + 'linernotes';
  if (answer.playlist && !$('downloads').children.length) drawDownloads(answer.playlist.id, answer.playlist.name || answer.playlist.id, () => changed.total, tell);
  $('downloads').hidden = !answer.playlist;
  drawArtists(changed.artists);
  drawAll();
}

function summary(aggregates) {
  if (!aggregates) return [];
  return [aggregates.bpm?.avg && Math.round(aggregates.bpm.min) + '–' + Math.round(aggregates.bpm.max) + ' BPM', ...(aggregates.crowd_tags ?? []).slice(0, 4).map(each => each.tag)];
}

function drawAll() {
  const tracks = inOrder();
  const marks = drawAcross(tracks);
  drawHistogram(tracks);
  drawWheel(tracks, camelot => { $('filter').value = $('filter').value.toUpperCase() === camelot ? '' : camelot; table.filterBy($('filter').value); });
  table.show(tracks, marks);
  drawDetail();
}

function inOrder() {
  const tracks = running ? [...running.tracks].filter(Boolean) : [];
  if (!order) return tracks;
  const byPosition = new Map(tracks.map(track => [track.position, track]));
  return order.positions.map(position => byPosition.get(position)).filter(Boolean);
}

function drawDetail() {
  const track = opened === null ? null : running?.tracks[opened];
  $('detail').hidden = !track;
  if (track) $('detail').replaceChildren(...detail(track, drawAll));
}

let wanted = 0;

function wantDetails(positions) {
  if (!running?.complete) return;
  const current = running;
  clearTimeout(wanted);
  // Rows that only fly past are not worth a request.
  wanted = setTimeout(async () => {
    for (const position of positions) await current.details(position, position).catch(tell);
  }, 200);
}

function showOrder() {
  $('given').setAttribute('aria-pressed', String(!order));
  $('suggested').setAttribute('aria-pressed', String(!!order));
  $('order-note').hidden = !order;
  if (order) $('order-note').textContent = order.note;
}

async function suggest() {
  const current = running;
  if (!current?.answer?.playlist) return;
  $('order-note').hidden = false;
  $('order-note').textContent = 'Looking for an order …';
  try {
    const { body } = await askJson('/v1/playlists/' + current.answer.playlist.id + '/order', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ arc: $('arc').value })
    });
    if (current !== running) return;
    const before = clashes(current.tracks.filter(Boolean)).length;
    if (!body.order) throw new Error('The playlist is on its way: ask for an order in a moment.');
    order = { positions: body.order.tracks.map(track => track.position) };
    const after = body.order.transitions.filter(each => each.clash).length;
    order.note = 'Transitions score ' + score(body.order.score) + ' on average instead of ' + score(body.order.given_score)
      + '; ' + after + ' clash instead of ' + before + '.' + (current.total > 500 ? ' Only tracks among the first 500 places are put into an order.' : '');
    tell(null);
  } catch (error) {
    order = null;
    tell(error);
  }
  showOrder();
  drawAll();
}

const score = value => value === null || value === undefined ? '–' : value.toFixed(2);

function signIn() {
  sessionStorage.setItem(PENDING_LINK, location.hash);
  location.href = BASE + '/v1/auth/spotify?return_to=' + encodeURIComponent(location.origin + BASE + '/');
}

async function drawAccount() {
  const signedIn = !!session.get();
  $('sign-in').hidden = signedIn;
  $('sign-out').hidden = !signedIn;
  $('who').textContent = '';
  if (!signedIn) return;
  try {
    const { body } = await askJson('/v1/me', { headers: { Prefer: 'wait=5' } });
    $('who').textContent = body.user?.display_name || body.user?.id || '';
  } catch (error) {
    if (error.status === 401) drawAccount();
  }
}

/** A sign-in comes back with the session in the fragment, which leaves the address at once. */
function takeSession() {
  const returned = new URLSearchParams(location.hash.slice(1)).get('session');
  if (!returned) return;
  session.set(returned);
  history.replaceState(null, '', location.pathname + (sessionStorage.getItem(PENDING_LINK) || ''));
  sessionStorage.removeItem(PENDING_LINK);
}

function followLink() {
  const id = /^#playlist\/([0-9A-Za-z]{22})$/.exec(location.hash)?.[1];
  if (!id) return;
  $('playlist').value = id;
  $('downloads').replaceChildren();
  if (!key.get()) { $('key').focus(); return tell(new Error('Enter your API key, then analyse.')); }
  open(id);
}

async function take(file) {
  if (!file) return;
  if (file.size > LARGEST_FILE) return tell(new Error('This file is too large: a CSV of 500 tracks is well under 5 MB.'));
  key.set($('key').value);
  $('downloads').replaceChildren();
  await start(analysis.file(await file.text(), schedule), null);
}

$('form').addEventListener('submit', event => {
  event.preventDefault();
  if (running && document.body.classList.contains('running')) {
    running.stop();
    $('state').textContent = 'Stopped. What is on its way still arrives in the cache.';
    return;
  }
  try {
    const id = playlistId($('playlist').value);
    key.set($('key').value);
    if (location.hash === '#playlist/' + id) followLink(); else location.hash = '#playlist/' + id;
  } catch (error) {
    tell(error);
  }
});

window.addEventListener('hashchange', followLink);
$('filter').addEventListener('input', () => table.filterBy($('filter').value));
$('given').addEventListener('click', () => { order = null; showOrder(); drawAll(); });
$('suggested').addEventListener('click', suggest);
$('arc').addEventListener('change', () => order && suggest());
$('sign-in').addEventListener('click', signIn);
$('sign-out').addEventListener('click', async () => {
  await askJson('/v1/session', { method: 'DELETE' }).catch(() => {});
  session.set(null);
  drawAccount();
});
$('providers').addEventListener('toggle', function refresh() {
  if (!$('providers').open) return;
  if (!document.hidden) drawProviders().catch(tell);
  clearTimeout(refresh.timer);
  refresh.timer = setTimeout(refresh, STATUS_EVERY);
});
for (const name of ['dragover', 'drop']) document.addEventListener(name, event => {
  event.preventDefault();
  $('drop').classList.toggle('over', name === 'dragover');
  if (name === 'drop') take(event.dataTransfer.files[0]);
});
document.addEventListener('dragleave', () => $('drop').classList.remove('over'));
$('file').addEventListener('change', () => { take($('file').files[0]); $('file').value = ''; });

takeSession();
$('key').value = key.get();
drawAccount();
followLink();
