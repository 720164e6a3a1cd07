// What the page itself decides about mixing: only what it marks while answers arrive.
// The service's package io.linernotes.mixing has the rules; a test holds the two together.

const OVERRIDES = 'linernotes.bpm';
const REACH = 8;
const COMPATIBLE_STEPS = [0, 1, 2, 7, 11];

let factors = JSON.parse(localStorage.getItem(OVERRIDES) || '{}');

const identity = track => track.id || track.isrc || track.position + ' ' + track.title;

/** The tempo as the user counts it: the service's, doubled or halved. */
export function bpm(track) {
  const told = track.mix?.bpm ?? null;
  return told === null ? null : told * (factors[identity(track)] || 1);
}

/** Counts a track in double or half time from now on; both in turn count as told. */
export function recount(track, factor) {
  const now = (factors[identity(track)] || 1) * factor;
  const next = (track.mix?.bpm ?? 0) * now;
  if (next < 20 || next > 400) return;
  if (now === 1) delete factors[identity(track)];
  else factors[identity(track)] = now;
  localStorage.setItem(OVERRIDES, JSON.stringify(factors));
}

export const isRecounted = track => identity(track) in factors;

const NAMES = {
  A: ['Abm', 'Ebm', 'Bbm', 'Fm', 'Cm', 'Gm', 'Dm', 'Am', 'Em', 'Bm', 'F#m', 'Dbm'],
  B: ['B', 'F#', 'Db', 'Ab', 'Eb', 'Bb', 'F', 'C', 'G', 'D', 'A', 'E']
};

/** The name of a key by its place on the Camelot wheel: 8A is Am. */
export const keyName = camelot => camelot ? NAMES[camelot.slice(-1)][parseInt(camelot, 10) - 1] : null;

function keysClash(from, to) {
  const [a, b] = [from, to].map(text => ({ number: parseInt(text, 10), ring: text.slice(-1) }));
  const steps = (b.number - a.number + 12) % 12;
  if (a.ring === b.ring) return !COMPATIBLE_STEPS.includes(steps);
  const toMajor = b.ring === 'B' ? steps : (12 - steps) % 12;
  return !(steps === 0 || steps === 1 || steps === 11 || toMajor === 3);
}

/** How far the second track's pitch fader moves, half and double time counted, in percent. */
export function pitch(from, to) {
  const nearest = [1, 0.5, 2].map(factor => to * factor)
    .reduce((best, each) => Math.abs(Math.log(each / from)) < Math.abs(Math.log(best / from)) ? each : best);
  return 100 * (from / nearest - 1);
}

/** Why one track does not follow another well; empty if it does or if nothing is known. */
export function clash(from, to) {
  const reasons = [];
  const [a, b] = [from.mix?.camelot, to.mix?.camelot];
  if (a && b && keysClash(a, b)) reasons.push('keys ' + a + ' and ' + b + ' clash');
  const [slow, fast] = [bpm(from), bpm(to)];
  if (slow && fast && Math.abs(pitch(slow, fast)) > REACH) {
    reasons.push(slow.toFixed(1) + ' to ' + fast.toFixed(1) + ' BPM is out of a pitch fader’s reach');
  }
  return reasons;
}
