// Charts as inline SVG. Each says its data in words, too.

import { $, element, svg } from './dom.js';
import { bpm, clash, keyName } from './mixing.js';

const HEIGHT = 190;
const LEFT = 36;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 22;
const BIN = 5;
const MOST_MARKS = 600;

function place(figure, chart, words) {
  const old = $(figure).querySelector('svg');
  chart.setAttribute('role', 'img');
  chart.setAttribute('aria-label', words);
  if (old) old.replaceWith(chart); else $(figure).append(chart);
}

const known = (tracks, value) => tracks.map(value).filter(each => each !== null && each !== undefined);

/** BPM as a line of points, energy as an area, clashing transitions as marks. */
export function drawAcross(tracks) {
  // As wide as it is shown, so that its text is not stretched.
  const width = Math.max(260, $('across').clientWidth - 40);
  const tempos = known(tracks, bpm);
  const low = tempos.length ? Math.floor(Math.min(...range(tempos)) / 10) * 10 : 60;
  const high = tempos.length ? Math.ceil(Math.max(...range(tempos)) / 10) * 10 : 180;
  const x = index => LEFT + (width - LEFT - RIGHT) * (tracks.length < 2 ? 0.5 : index / (tracks.length - 1));
  const y = share => TOP + (HEIGHT - TOP - BOTTOM) * (1 - share);
  const yBpm = value => y(high === low ? 0.5 : (value - low) / (high - low));
  const chart = svg('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, preserveAspectRatio: 'none', class: 'chart' });
  for (const share of [0, 0.5, 1]) {
    chart.append(svg('line', { class: 'grid', x1: LEFT, x2: width - RIGHT, y1: y(share), y2: y(share) }),
      svg('text', { class: 'tick', x: LEFT - 6, y: y(share) + 4, 'text-anchor': 'end', text: Math.round(low + share * (high - low)) }));
  }
  chart.append(svg('path', { class: 'intensity', d: area(tracks, x, y) }));
  chart.append(svg('path', { class: 'pace', d: line(tracks, x, yBpm) }));
  const marks = clashes(tracks);
  marks.slice(0, MOST_MARKS).forEach(({ index, reasons }) => chart.append(
    svg('g', { class: 'clash', 'data-position': index },
      svg('title', { text: 'From ' + index + ' to ' + (index + 1) + ': ' + reasons.join(', ') }),
      svg('line', { x1: (x(index - 1) + x(index)) / 2, x2: (x(index - 1) + x(index)) / 2, y1: HEIGHT - BOTTOM, y2: HEIGHT - BOTTOM + 9 }))));
  if (tracks.length <= 150) tracks.forEach((track, index) => bpm(track) !== null && chart.append(
    svg('circle', { class: 'beat', cx: x(index), cy: yBpm(bpm(track)), r: 3, 'data-position': track.position, 'data-bpm': bpm(track).toFixed(1) },
      svg('title', { text: (index + 1) + ': ' + track.title + ', ' + bpm(track).toFixed(1) + ' BPM' }))));
  place('across', chart, `BPM of ${tempos.length} of ${tracks.length} tracks, from ${low} to ${high}; ${marks.length} clashing transitions`);
  $('clashes').textContent = marks.length ? `· ${marks.length} of ${Math.max(0, tracks.length - 1)} transitions clash` : '';
  return marks;
}

/** Math.min and Math.max take no ten thousand arguments everywhere. */
function range(values) {
  return values.reduce(([low, high], each) => [Math.min(low, each), Math.max(high, each)], [Infinity, -Infinity]);
}

export function clashes(tracks) {
  const found = [];
  for (let index = 1; index < tracks.length; index++) {
    const reasons = clash(tracks[index - 1], tracks[index]);
    if (reasons.length) found.push({ index, reasons });
  }
  return found;
}

function line(tracks, x, y) {
  let pen = 'M';
  return tracks.map((track, index) => {
    const value = bpm(track);
    if (value === null) { pen = 'M'; return ''; }
    const step = `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = 'L';
    return step;
  }).join('');
}

function area(tracks, x, y) {
  const points = tracks.map((track, index) => [index, track.mix?.energy]).filter(each => each[1] !== null && each[1] !== undefined);
  if (points.length < 2) return '';
  const top = points.map(([index, energy]) => `L${x(index).toFixed(1)} ${y(energy).toFixed(1)}`).join('');
  return `M${x(points[0][0]).toFixed(1)} ${y(0)}${top}L${x(points.at(-1)[0]).toFixed(1)} ${y(0)}Z`;
}

/** How many tracks are in each span of five BPM. */
export function drawHistogram(tracks) {
  const bins = new Map();
  known(tracks, bpm).map(value => Math.floor(value.toFixed(1) / BIN) * BIN).forEach(start => bins.set(start, (bins.get(start) || 0) + 1));
  const chart = svg('svg', { viewBox: `0 0 360 ${HEIGHT}`, class: 'chart' });
  const starts = [...bins.keys()].sort((a, b) => a - b);
  const [from, to] = starts.length ? [starts[0], starts.at(-1) + BIN] : [60, 180];
  const most = Math.max(1, ...bins.values());
  const x = value => 14 + 336 * (value - from) / (to - from);
  starts.forEach(start => {
    const height = (HEIGHT - TOP - BOTTOM) * bins.get(start) / most;
    chart.append(svg('rect', { class: 'bin', 'data-bpm': start, 'data-count': bins.get(start), x: x(start) + 0.8, width: Math.max(1, x(start + BIN) - x(start) - 1.6), y: HEIGHT - BOTTOM - height, height, rx: 1.5 },
      svg('title', { text: `${start} to ${start + BIN} BPM: ${bins.get(start)}` })));
  });
  chart.append(svg('line', { class: 'grid', x1: 14, x2: 350, y1: HEIGHT - BOTTOM, y2: HEIGHT - BOTTOM }));
  [from, (from + to) / 2, to].forEach((value, i) => chart.append(
    svg('text', { class: 'tick', x: x(value), y: HEIGHT - 6, 'text-anchor': ['start', 'middle', 'end'][i], text: Math.round(value) })));
  place('histogram', chart, 'Tracks by tempo: ' + (starts.map(start => `${start} to ${start + BIN} BPM ${bins.get(start)}`).join(', ') || 'no tempo known yet'));
}

function sector(number, inner, outer) {
  const point = (radius, hour) => {
    const angle = (hour - 3) * Math.PI / 6;
    return (110 + radius * Math.cos(angle)).toFixed(2) + ' ' + (110 + radius * Math.sin(angle)).toFixed(2);
  };
  const [from, to] = [number - 0.5, number + 0.5];
  return `M${point(inner, from)}L${point(outer, from)}A${outer} ${outer} 0 0 1 ${point(outer, to)}L${point(inner, to)}A${inner} ${inner} 0 0 0 ${point(inner, from)}Z`;
}

/** How many tracks are in each key; a key's sector filters the table. */
export function drawWheel(tracks, onKey) {
  const counts = {};
  known(tracks, track => track.mix?.camelot).forEach(camelot => { counts[camelot] = (counts[camelot] || 0) + 1; });
  const most = Math.max(1, ...Object.values(counts));
  const focused = document.activeElement?.dataset?.camelot;
  const chart = svg('svg', { viewBox: '0 0 220 220', class: 'wheel' });
  for (const [ring, inner, outer] of [['A', 44, 75], ['B', 77, 108]]) {
    for (let number = 1; number <= 12; number++) {
      const camelot = number + ring;
      const many = counts[camelot] || 0;
      const angle = (number - 3) * Math.PI / 6;
      const middle = (inner + outer) / 2;
      const press = () => onKey(camelot);
      chart.append(svg('g', {
        class: 'sector' + (many ? '' : ' empty'), role: 'button', tabindex: 0, 'data-camelot': camelot, 'data-count': many,
        'aria-label': `${camelot}, ${keyName(camelot)}: ${many} ${many === 1 ? 'track' : 'tracks'}`,
        onclick: press, onkeydown: event => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); press(); } }
      },
      svg('title', { text: `${camelot}, ${keyName(camelot)}: ${many}` }),
      svg('path', { d: sector(number, inner, outer), class: 'hour h' + number, 'fill-opacity': many ? (0.3 + 0.7 * many / most).toFixed(2) : 0.07 }),
      svg('text', { x: 110 + middle * Math.cos(angle), y: 110 + middle * Math.sin(angle) + 3.5, 'text-anchor': 'middle', text: camelot })));
    }
  }
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
  chart.append(svg('text', { class: 'hub', x: 110, y: 109, 'text-anchor': 'middle', text: all }),
    svg('text', { class: 'hub-label', x: 110, y: 122, 'text-anchor': 'middle', text: all === 1 ? 'key known' : 'keys known' }));
  const old = $('wheel').querySelector('svg');
  chart.setAttribute('role', 'group');
  chart.setAttribute('aria-label', 'Camelot wheel');
  if (old) old.replaceWith(chart); else $('wheel').append(chart);
  if (focused) chart.querySelector(`[data-camelot="${focused}"]`)?.focus();
}

/** A small bar for a value between 0 and 1. */
export function meter(value) {
  return element('span', { class: 'meter', 'aria-hidden': 'true' },
    svg('svg', { viewBox: '0 0 40 6', preserveAspectRatio: 'none' },
      svg('rect', { class: 'meter-all', width: 40, height: 6, rx: 3 }),
      svg('rect', { class: 'meter-part', width: Math.max(2, 40 * value), height: 6, rx: 3 })));
}
