/** Words as people type them: one form for comparing, stems, and the distance between two words. */

/** Words that carry no subject of their own, English and Spanish. They still count inside a known phrase. */
const EMPTY = new Set(
  `a about actually after again ago all also am an and any are as at back be because been before being but by can cannot cant
  come could did do does doing dont down each even ever every for from get gets getting give go goes going got had has have having he
  her here hers him his how i id if ill im in into is isnt it its ive just know lets like made make many may me might more much must my
  myself need no not now of off ok okay on one onto only or our out over own please put really said same say says shall she should since
  so some somebody someone something still such take taking tell than that thats the their them then there these they thing things think
  this those though through to too try trying up us use used using very want wants was we went were what whats when where which while who
  whom whose why will with without wont would yes yet you your
  al algo con cual cuando de del desde despues durante el ella en era es esta estan este esto estoy fue ha hay la las le lo los mas me mi
  mis muy no nos o para pero por porque puede puedo que recibir recibo se ser si sin sobre soy su sus tan tener tengo tiene tomar tomo
  tu un una uno usar y ya yo hace`.split(/\s+/),
);

/** Words that stand on nearly every page: they never decide alone. */
const EVERYWHERE = new Set(["ashiatsu", "massage", "barefoot", "feet", "foot", "therapist", "masaje", "pies", "session", "body"]);

const SPANISH = new Set(
  `el la los las un una unos unas de del al y con para por que como cuando donde puedo tengo estoy tomo soy me mi mis en es esta si sin
  sobre despues durante hacer hago hace mucho duele siento`.split(/\s+/),
);

/** @param {string} word folded */
export const isEmpty = (word) => EMPTY.has(word);
/** @param {string} word folded */
export const isEverywhere = (word) => EVERYWHERE.has(word);
/** @param {string} word folded */
export const isSpanishLittleWord = (word) => SPANISH.has(word);

/** Small letters without accents and apostrophes. @param {string} text */
export function fold(text) {
  return text.toLowerCase().normalize("NFKD").replace(/[\p{M}'’‘`´]+/gu, "");
}

/** Words of a text, folded. @param {string} text @returns {string[]} */
export function wordsOf(text) {
  return fold(text).match(/[a-z0-9]+/g) ?? [];
}

/**
 * The part of a folded English word that its forms share: bruise, bruises, bruised and bruising give "bruis".
 * Lighter than Porter's stemmer: it takes off plural, -ing, -ed, -ness, -ly and a last e, nothing more.
 * @param {string} word
 */
export function stem(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  let root = word;
  if (/ies$/.test(root) && root.length > 4) root = root.slice(0, -3) + "y";
  else if (/(?:[sxz]|ch|sh)es$/.test(root)) root = root.slice(0, -2);
  else if (/[^sui]s$/.test(root)) root = root.slice(0, -1);
  const ending = /^(.*[aeiouy].*?)(ing|ed|ness|ly)$/.exec(root);
  if (ending && ending[1].length > 2) {
    root = ending[1];
    if (/([bdfgmnprt])\1$/.test(root)) root = root.slice(0, -1);
  }
  return root.length > 3 && root.endsWith("e") ? root.slice(0, -1) : root;
}

/** Letters that may be wrong in a word of this length. @param {number} length */
export function tolerance(length) {
  return length < 3 ? 0 : length < 7 ? 1 : length < 10 ? 2 : 3;
}

/**
 * Letters to add, drop, change or swap with their neighbour to turn one word into another
 * (optimal string alignment), or Infinity when it is more than `most`.
 * @param {string} from @param {string} to @param {number} most
 */
export function distance(from, to, most) {
  if (Math.abs(from.length - to.length) > most) return Infinity;
  let before = [], above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(above[column] + 1, current[column - 1] + 1, above[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        cost = Math.min(cost, before[column - 2] + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return Infinity;
    before = above;
    above = current;
  }
  return above[to.length] <= most ? above[to.length] : Infinity;
}
