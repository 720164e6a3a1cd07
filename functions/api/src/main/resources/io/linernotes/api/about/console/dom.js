// Elements made without markup in strings: whatever a track is called, it stays text.

const SVG = 'http://www.w3.org/2000/svg';

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'text') node.textContent = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
  return node;
}

export const $ = id => document.getElementById(id);

/** An HTML element; attributes may hold `text` and listeners such as `onclick`. */
export const element = (name, attributes = {}, ...children) =>
  fill(document.createElement(name), attributes, children);

/** An SVG element. */
export const svg = (name, attributes = {}, ...children) =>
  fill(document.createElementNS(SVG, name), attributes, children);

export const UNKNOWN = '–';

/** A number with so many decimals; a dash if it is unknown. */
export const fixed = (value, decimals, unit = '') =>
  value === null || value === undefined ? UNKNOWN : value.toFixed(decimals) + unit;

/** 1234567 as 1.2M. */
export const count = value =>
  value === null || value === undefined ? UNKNOWN
    : new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(value);

/** Seconds in words: 41 s, 5 min, 13 h, 3 d. */
export function span(seconds) {
  if (seconds === null || seconds === undefined) return UNKNOWN;
  if (seconds < 120) return Math.round(seconds) + ' s';
  if (seconds < 7200) return Math.round(seconds / 60) + ' min';
  return seconds < 172800 ? Math.round(seconds / 3600) + ' h' : Math.round(seconds / 86400) + ' d';
}
