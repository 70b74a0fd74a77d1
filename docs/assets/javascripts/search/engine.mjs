/**
 * Ranks the pages for what was typed. The index is search/answers.json (scripts/publish/search.py).
 * Reads a query in four steps: mend the words, look for known phrases, score the pages, group and show.
 */
import MiniSearch from "../../vendor/minisearch/minisearch.mjs";
import { distance, fold, isEmpty, isEverywhere, isSpanishLittleWord, stem, tolerance, wordsOf } from "./words.mjs";

const LONGEST_QUERY = 400; // characters; more is cut
const MOST_WORDS = 32;
const MOST_RESULTS = 12;
const FIELDS = ["asked", "title", "names", "said", "heads", "answer", "text"];
const BOOST = { asked: 5, title: 5, names: 4, said: 2, heads: 2.5, answer: 2, text: 1 };
// How much the second, third … page of a concept gets of what its first page gets.
const RANK = [1, 0.72, 0.56, 0.44, 0.36, 0.3];
const CONCEPT = 1.6; // of the weight of the words that name it
const ASKED = 1.2; // of the weight of the whole query, when a page is asked just so
const LEAST = 0.22; // of the best score; weaker results are left out

export class Engine {
  /** @param {object} index what search/answers.json holds */
  constructor(index) {
    this.index = index;
    /** stem -> { word: as written, count: pages that hold it, named: whether a name or phrase holds it } */
    this.known = new Map();
    this.spanish = new Set();
    this.phrases = new Map();
    this.misspelt = new Map(); // stem of a listed misspelling -> the word meant
    this.likeBefore = new Map();
    this.search = new MiniSearch({
      fields: FIELDS,
      tokenize: (text) => wordsOf(text),
      processTerm: (word) => stem(word),
      searchOptions: { boost: BOOST, bm25: { k: 1.2, b: 0.6, d: 0.3 } },
    });
    const documents = [...this.pages(), ...this.conditions()];
    for (const document of documents) this.learn(FIELDS.map((field) => (field === "said" ? "" : document[field] ?? "")).join(" "));
    this.search.addAll(documents);
    this.readConcepts();
    this.signs = index.signs.map((sign) => ({ ...sign, when: sign.when.map(groups), unless: (sign.unless ?? []).map(stems) }));
    for (const sign of this.signs) for (const line of sign.when) for (const group of line) for (const choice of group) for (const root of choice) this.note(root, root, true);
  }

  *pages() {
    // Words of the phrases that lead to a page, for queries that hold only some of them.
    const said = new Map();
    const { concepts, conditions, conditionsPage } = this.index;
    for (const { w, s = [], p = [], c = [] } of concepts)
      for (const [place, id] of p.slice(0, 2).entries()) {
        if (id === conditionsPage) continue;
        const names = place ? [] : c.flatMap((number) => [conditions[number].n, ...(conditions[number].w ?? [])]);
        said.set(id, `${said.get(id) ?? ""} ${[...w, ...s, ...names].join(" ")}`);
      }
    for (const [id, page] of this.index.pages.entries()) {
      page.asks = [page.t, ...(page.q ?? [])].map((question) => new Set(wordsOf(question).filter((word) => !isEmpty(word)).map(stem)));
      yield { id, asked: (page.q ?? []).join(" . "), title: page.t, said: said.get(id), heads: (page.h ?? []).join(" "), answer: `${page.d ?? ""} ${page.a ?? ""}`, text: page.x };
    }
  }

  *conditions() {
    for (const [id, condition] of this.index.conditions.entries())
      yield { id: `c${id}`, title: condition.n, names: (condition.w ?? []).join(" "), answer: condition.t };
  }

  /** Note the words of one document. @param {string} text */
  learn(text) {
    const seen = new Set();
    for (const word of wordsOf(text)) {
      const root = stem(word);
      if (!seen.has(root)) this.note(root, word, false);
      seen.add(root);
    }
  }

  note(root, word, named) {
    const entry = this.known.get(root);
    if (!entry) this.known.set(root, { word, count: named ? 0 : 1, named });
    else {
      if (!named) entry.count += 1;
      entry.named ||= named;
    }
  }

  /** Names and phrases: of the vocabulary, and of each condition. */
  readConcepts() {
    const add = (phrase, concept, spanish = false) => {
      const roots = wordsOf(phrase).map(stem);
      if (!roots.length) return;
      const key = roots.join(" ");
      const found = this.phrases.get(key) ?? [];
      if (!found.includes(concept)) found.push(concept);
      this.phrases.set(key, found);
      for (const word of wordsOf(phrase)) {
        if (spanish && !this.known.has(stem(word)) && !isEmpty(word)) this.spanish.add(stem(word));
        this.note(stem(word), word, true);
      }
    };
    const { concepts, conditions } = this.index;
    for (const concept of concepts) {
      for (const phrase of concept.w) add(phrase, concept);
      for (const phrase of concept.m ?? []) {
        add(phrase, concept);
        const words = wordsOf(phrase);
        if (words.length === 1 && !this.misspelt.has(stem(phrase))) this.misspelt.set(stem(words[0]), concept.w[0]);
      }
    }
    for (const [id, condition] of conditions.entries()) {
      const owners = concepts.filter((concept) => concept.c?.includes(id));
      // A condition that a concept names leaves the choice of pages to that concept.
      const own = { w: [], p: owners.length ? [] : [this.index.conditionsPage], c: [id] };
      for (const phrase of [condition.n, ...(condition.w ?? [])]) {
        add(phrase, own);
        for (const owner of owners) add(phrase, owner);
      }
    }
    for (const concept of concepts) for (const phrase of concept.s ?? []) add(phrase, concept, true);
    this.longestPhrase = Math.max(...[...this.phrases.keys()].map((key) => key.split(" ").length));
  }

  /** How much a word says: rare words say more. @param {string} root */
  weight(root) {
    const entry = this.known.get(root);
    if (isEverywhere(entry?.word ?? root)) return 0.25;
    const weight = Math.log(1 + this.index.pages.length / (1 + (entry?.count ?? 0)));
    return isEmpty(entry?.word ?? root) ? weight * 0.15 : weight;
  }

  /**
   * Stems a typed word may stand for, the likeliest first: itself, words it begins, words like it.
   * @param {string} word folded @param {boolean} last whether it is still being typed
   * @returns {{root: string, share: number, mended: boolean}[]}
   */
  readings(word, last) {
    const root = stem(word);
    const exact = this.known.has(root) || isEmpty(word);
    const found = exact ? [{ root, share: 1, mended: false }] : [];
    if (this.misspelt.has(root)) return [...found, ...this.like(word)];
    if ((last && word.length > 1) || (!exact && word.length > 3)) {
      const begun = [];
      for (const [other, { word: written, count, named }] of this.known)
        if (other !== root && written.startsWith(word) && !this.misspelt.has(other)) begun.push({ root: other, share: (exact ? 0.3 : 0.8) * (named ? 1 : 0.8), mended: false, count });
      begun.sort((a, b) => b.share - a.share || b.count - a.count);
      found.push(...begun.slice(0, 6));
      if (begun.length && !exact) return [...found, ...this.like(word).filter(({ near }) => near <= 1).map((entry) => ({ ...entry, share: entry.share * 0.7 }))];
    }
    if (exact || /\d/.test(word)) return found;
    return [...found, ...this.like(word)];
  }

  /** Known words nearest to an unknown one. @param {string} word */
  like(word) {
    if (!this.likeBefore.has(word)) this.likeBefore.set(word, this.nearest(word));
    return this.likeBefore.get(word);
  }

  nearest(word) {
    let best = tolerance(word.length);
    const base = stem(word);
    const known = this.misspelt.has(base); // a listed misspelling is like what it was meant for, not like others
    if (!best) return [];
    let found = [];
    for (const [root, { word: written, named }] of this.known) {
      if (written.length < 3 || isEmpty(written) || (known && this.misspelt.has(root)) || (best > 1 && word[0] !== written[0] && Math.abs(word.length - written.length) > 1)) continue;
      const near = Math.min(distance(word, written, best), distance(base, root, best));
      // A wrong first letter is rare, and three wrong letters are only believed behind the same two first ones.
      if (near > best || (near > 1 && word[0] !== written[0]) || (near > 2 && word[1] !== written[1]) || (word.length < 4 && word[0] !== written[0])) continue;
      const cost = near - (named ? 0.5 : 0) + (word[0] === written[0] ? 0 : 0.4);
      found.push({ root, near: cost, share: 0.9 - 0.12 * near, mended: true });
      best = Math.min(best, near + 1);
    }
    found.sort((a, b) => a.near - b.near);
    found = found.filter((entry) => entry.near <= found[0].near + 0.4).slice(0, 3);
    return found;
  }

  /** Read what was typed. @param {string} typed */
  read(typed) {
    const text = typed.slice(0, LONGEST_QUERY);
    const words = fold(text).replace(/\bcan not\b/g, "cannot").match(/[a-z0-9]+/g)?.slice(0, MOST_WORDS) ?? [];
    const open = /[a-z0-9]$/.test(fold(text));
    const read = words.map((word, place) => ({
      word,
      empty: isEmpty(word),
      readings: this.readings(word, open && place === words.length - 1),
    }));
    if (read.every((entry) => entry.empty)) for (const entry of read) entry.empty = false;
    return read;
  }

  /** Concepts named in the query: the longest phrases first, no word counted twice inside one. */
  conceptsIn(read) {
    const found = new Map();
    const taken = new Set();
    for (let length = Math.min(this.longestPhrase, read.length); length > 0; length--)
      for (let start = 0; start + length <= read.length; start++) {
        const places = Array.from({ length }, (_, offset) => start + offset);
        if (places.every((place) => taken.has(place))) continue;
        const options = places.map((place) => read[place].readings.slice(0, length > 2 ? 2 : 6));
        for (const chosen of combinations(options)) {
          const concepts = this.phrases.get(chosen.map((reading) => reading.root).join(" "));
          if (!concepts) continue;
          if (length === 1 && read[start].empty) continue;
          const share = Math.min(...chosen.map((reading) => reading.share));
          const strength = share * chosen.reduce((sum, reading) => sum + this.weight(reading.root), 0) * (length > 1 ? 1.15 : 1);
          for (const concept of concepts) found.set(concept, Math.max(found.get(concept) ?? 0, strength));
          for (const place of places) taken.add(place);
        }
      }
    return found;
  }

  /** Warning signs the query calls for, of the most urgent card only. */
  signsIn(read) {
    const roots = new Set(read.flatMap(({ word, readings }) => [stem(word), ...readings.filter(({ share }) => share > 0.45).map(({ root }) => root)]));
    if (["cant", "couldnt", "unable"].some((word) => roots.has(stem(word)))) roots.add("cannot");
    const meets = (choice) => choice.every((root) => roots.has(root));
    const called = this.signs.filter(
      (sign) => !sign.unless.some(meets) && sign.when.some((line) => line.every((group) => group.some(meets))),
    );
    const card = Math.min(...called.map((sign) => sign.c));
    return called.filter((sign) => sign.c === card);
  }

  /**
   * Search, and return what Material's result list takes, with notes for the reader.
   * @param {string} typed
   * @returns {{items: object[][], notes: {dropped: string[], mended: string[][], spanish: boolean}}}
   */
  query(typed) {
    const read = this.read(typed);
    const content = read.filter((entry) => !entry.empty);
    const notes = {
      dropped: [...new Set(content.filter(({ readings }) => !readings.length).map(({ word }) => word))],
      mended: [...new Map(content.map(({ word, readings }) => [word, this.mendedTo(readings[0])]).filter(([, mended]) => mended).map((pair) => [pair[0], pair])).values()],
      spanish: this.isSpanish(read),
    };
    if (!read.length) return { items: [], notes };
    const concepts = this.conceptsIn(read);
    const { pages, sections } = this.score(content, concepts);
    const called = this.signsIn(read);
    const most = Math.max(...pages.values());
    for (const { p } of called) for (const [place, id] of p.entries()) pages.set(id, pages.get(id) + most * RANK[place]);
    const marks = new Set(content.flatMap(({ readings }) => readings.map(({ root }) => root)));
    const ranked = [...pages].filter(([, score]) => score > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const items = ranked
      .filter(([, score]) => score >= LEAST * ranked[0][1])
      .slice(0, MOST_RESULTS)
      .map(([id, score], place) => this.page(id, score, place, marks, id === this.index.conditionsPage ? sections : []));
    if (called.length) {
      // Material's Enter key opens the result with the best score.
      const best = Math.max(1, ...items.flat().map((item) => item.score)) + 1;
      items.unshift([this.card(called, best)]);
    }
    return { items, notes };
  }

  /** The word a reading stands for when it is not the one typed. */
  mendedTo(reading) {
    return reading && (this.misspelt.get(reading.root) ?? (reading.mended ? this.known.get(reading.root).word : undefined));
  }

  isSpanish(read) {
    const words = read.filter(({ word }) => this.spanish.has(stem(word)));
    return words.length > 0 || read.filter(({ word }) => isSpanishLittleWord(word)).length > 1;
  }

  /** Score of each page, and of the conditions that match. */
  score(content, concepts) {
    const base = new Map();
    const total = content.reduce((sum, entry) => sum + this.entryWeight(entry), 0);
    const reached = new Map();
    for (const entry of content) {
      const best = new Map();
      for (const { root, share } of entry.readings)
        for (const { id, score } of this.search.search(root, { prefix: false, fuzzy: false })) {
          const value = score * share * (isEverywhere(entry.word) ? 0.2 : 1);
          if (value > (best.get(id) ?? 0)) best.set(id, value);
        }
      for (const [id, value] of best) {
        base.set(id, (base.get(id) ?? 0) + value);
        reached.set(id, (reached.get(id) ?? 0) + this.entryWeight(entry));
      }
    }
    const top = Math.max(1e-9, ...base.values());
    const fit = (id) => (total ? (base.get(id) ?? 0) / top * total * (0.4 + 0.6 * ((reached.get(id) ?? 0) / total)) : 0);
    const roots = new Map();
    for (const entry of content) for (const { root, share } of entry.readings) roots.set(root, Math.max(roots.get(root) ?? 0, share * this.weight(root)));
    const pages = new Map();
    for (const [id, page] of this.index.pages.entries()) pages.set(id, fit(id) + ASKED * total * this.likeness(page, roots, total));
    const sections = new Map();
    for (const [id] of this.index.conditions.entries()) if (base.has(`c${id}`)) sections.set(id, fit(`c${id}`));
    for (const [concept, strength] of concepts) {
      for (const [place, id] of (concept.p ?? []).entries()) pages.set(id, pages.get(id) + CONCEPT * strength * RANK[place]);
      for (const id of concept.c ?? []) sections.set(id, (sections.get(id) ?? 0) + CONCEPT * strength);
    }
    const strongest = Math.max(0, ...sections.values());
    const home = this.index.conditionsPage;
    pages.set(home, Math.max(pages.get(home), 0.4 * strongest));
    return { pages, sections: [...sections].filter(([, score]) => score > 0.5 * strongest).sort((a, b) => b[1] - a[1]) };
  }

  entryWeight({ readings }) {
    return readings.length ? this.weight(readings[0].root) : 0;
  }

  /** How far a page is asked in the very words of the query: 0 to 1. */
  likeness(page, roots, total) {
    let best = 0;
    for (const asked of page.asks) {
      let both = 0, all = 0;
      for (const root of asked) {
        const weight = this.weight(root);
        all += weight;
        both += Math.min(weight, roots.get(root) ?? 0);
      }
      if (both) best = Math.max(best, (2 * both) / (all + total));
    }
    return best * best;
  }

  // --- What the list shows. Material puts title and text into the page as HTML. ---

  page(id, score, place, marks, sections) {
    const page = this.index.pages[id];
    const shown = sections.slice(0, 3).map(([condition]) => this.condition(condition, marks));
    const warning = !page.k ? "" : place === 0 ? `<strong>Warning signs.</strong> ${escape(this.index.warning)}` : "Warning signs are on this page.";
    const text =
      `<p class="ias-hit__answer">${mark(page.a || page.d, marks)}</p>` +
      shown.join("") +
      (warning && `<p class="ias-hit__warning">${warning}</p>`);
    return [{ location: page.l, title: mark(page.t, marks), text, score: score + 1e-6 * (MOST_RESULTS - place), terms: {} }];
  }

  condition(id, marks) {
    const { n, t, a, e } = this.index.conditions[id];
    const now = e ? "<strong>This needs medical help now, massage or not.</strong> " : "";
    return `<p class="ias-hit__condition"><strong>${mark(n, marks)}: ${escape(this.index.actions[a])}.</strong> ${now}${mark(t, marks)}</p>`;
  }

  card(called, score) {
    const card = this.index.cards[called[0].c];
    const text = [...new Set(called.map((sign) => sign.s))].map((sign) => `<li>${escape(sign)}</li>`).join("");
    return {
      location: card.l,
      title: `<span class="ias-hit__urgency">${escape(card.u)}:</span> ${escape(card.t)}`,
      text: `<div class="ias-hit__card ias-hit__card--${card.id}"><ul>${text}</ul><p><strong>${escape(card.do)}</strong></p><p>All warning signs and emergency numbers</p></div>`,
      score,
      terms: {},
    };
  }
}

const stems = (phrase) => wordsOf(phrase).map(stem);
/** "leg|legs + numb|no feeling" as groups of choices of stems. */
const groups = (line) => line.split(" + ").map((group) => group.split("|").map(stems));

function* combinations(options, chosen = []) {
  if (chosen.length === options.length) yield chosen;
  else for (const option of options[chosen.length]) yield* combinations(options, [...chosen, option]);
}

/** Text safe inside HTML. @param {string} text */
export function escape(text) {
  return text.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign]);
}

/** Text as HTML with the words that matched marked. */
function mark(text, roots) {
  return text
    .split(/([\p{L}\p{M}\p{N}'’]+)/u)
    .map((part, place) => (place % 2 && wordsOf(part).some((word) => roots.has(stem(word)) && !isEmpty(word)) ? `<mark data-md-highlight>${escape(part)}</mark>` : escape(part)))
    .join("");
}
