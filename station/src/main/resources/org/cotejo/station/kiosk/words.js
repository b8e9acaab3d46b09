// What the page says, in the language that the voter chose.

import { file } from './link.js';

const packs = new Map();
let pack = {};

/** Takes a language; the page's direction and language follow. */
export async function speak(language) {
  if (!packs.has(language)) packs.set(language, await file(`words/${language}.json`));
  pack = packs.get(language);
  document.documentElement.lang = language;
  document.documentElement.dir = pack['direction'];
}

const APART = '\u2068';
const TOGETHER = '\u2069';

/** A sentence, with values in its places {0}, {1}, ...; a name or a code keeps its own direction within it. */
export function say(key, ...values) {
  const text = pack[key];
  if (text === undefined) throw new Error(`no words for ${key}`);
  return text.replace(/\{(\d)\}/g, (_, place) => (typeof values[place] === 'string' ? APART + values[place] + TOGETHER : String(values[place])));
}

export function has(key) {
  return pack[key] !== undefined;
}
