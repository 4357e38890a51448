// Search over the index that search-index.js hands in. No page, no browser: a query goes in, ranked hits come out.
//
// A term of the query matches a term of the index exactly, as its beginning, anywhere inside a name, or with one typing
// error in a name. Hits are ranked by tier first (the name itself, the beginning of a name, words of a name, other names
// and symptoms, headings, text) and by BM25 inside a tier, so that the order does not jump while typing.
"use strict";
globalThis.rackbook ??= {};
(() => {
  const NAME = 1, ALIAS = 2, HEADING = 4;
  const weights = [0, 8, 5, 8, 3, 8, 5, 8, 1, 8, 5, 8, 3, 8, 5, 8]; // By the set of fields a term occurs in.
  const kindWeights = { runbook: 1.5, diagnostic: 0.5, artifact: 0.3 }; // What people look for when something is wrong.
  const demoted = { artifact: 3, diagnostic: 1 }; // Tiers that files and rules stand below things of the same match.
  const MATCH = { exact: 1, prefix: 0.75, infix: 0.4, typo: 0.3 };

  /** Whether one insertion, deletion, replacement or swap of neighbours turns one word into the other. */
  const oneEdit = (left, right) => {
    if (Math.abs(left.length - right.length) > 1) return false;
    let start = 0;
    while (start < left.length && left[start] === right[start]) start += 1;
    let endLeft = left.length, endRight = right.length;
    while (endLeft > start && endRight > start && left[endLeft - 1] === right[endRight - 1]) {
      endLeft -= 1;
      endRight -= 1;
    }
    const lengths = [endLeft - start, endRight - start];
    if (Math.max(...lengths) <= 1) return true;
    return lengths[0] === 2 && lengths[1] === 2
      && left[start] === right[start + 1] && left[start + 1] === right[start];
  };

  /** The same for a word that is still being typed: the edit may be anywhere in a beginning of the name. */
  const oneEditOfBeginning = (typed, name) =>
    [typed.length - 1, typed.length, typed.length + 1].some((end) => oneEdit(typed, name.slice(0, end)));

  class Index {
    constructor(data) {
      this.kinds = data.kinds; // [id, label, plural]
      this.pages = data.pages.map(([kind, title, path, summary, aliases, headings]) =>
        ({ kind: data.kinds[kind][0], title, path, summary, aliases, headings, id: rackbook.fold(title) }));
      this.lengths = data.lengths;
      this.averageLength = data.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, data.lengths.length);
      this.terms = data.terms === "" ? [] : data.terms.split(" ");
      this.postings = data.postings;
      this.named = data.named; // Numbers of the terms that occur in names, aliases and symptoms.
    }

    /** The first term that is not before the given one. */
    lowerBound(term) {
      let low = 0, high = this.terms.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.terms[middle] < term) low = middle + 1;
        else high = middle;
      }
      return low;
    }

    /** Index terms that a term of the query matches, with how well: number -> factor. */
    matches(term, last) {
      const found = new Map();
      for (let at = this.lowerBound(term); at < this.terms.length && this.terms[at].startsWith(term); at += 1) {
        if (this.terms[at] === term) found.set(at, MATCH.exact);
        else if (last || term.length >= 3) found.set(at, MATCH.prefix);
      }
      if (term.length >= 3) {
        for (const at of this.named) {
          if (!found.has(at) && this.terms[at].includes(term)) found.set(at, MATCH.infix);
        }
      }
      if (found.size === 0 && term.length >= 4 && !/^[0-9.:/]+$/.test(term)) {
        for (const at of this.named) {
          const name = this.terms[at];
          if (oneEdit(term, name)) found.set(at, MATCH.typo);
          else if (last && name.length > term.length && oneEditOfBeginning(term, name)) found.set(at, MATCH.typo / 2);
        }
      }
      return found;
    }

    /** Per page: the best set of fields, the best kind of match, and the score of one term of the query. */
    pagesWith(term, last) {
      const hits = new Map();
      for (const [at, factor] of this.matches(term, last)) {
        const list = this.postings[at];
        const rarity = Math.log(1 + (this.pages.length - list.length + 0.5) / (list.length + 0.5));
        let page = 0;
        for (const packed of list) {
          page += packed >> 8;
          const fields = (packed >> 4) & 15, count = packed & 15;
          const length = this.lengths[page] / this.averageLength;
          const score = factor * weights[fields] * rarity * (count * 2.2) / (count + 1.2 * (0.25 + 0.75 * length));
          const before = hits.get(page);
          if (!before) hits.set(page, { fields, factor, score });
          else {
            before.score = Math.max(before.score, score);
            if (factor > before.factor || (factor === before.factor && fields & 3)) {
              before.fields |= fields;
              before.factor = factor;
            }
          }
        }
      }
      return hits;
    }

    tier(page, query, perTerm) {
      if (page.id === query) return 0;
      if (page.id.startsWith(query)) return 1;
      let tier = 2;
      for (const hit of perTerm) {
        const field = hit.fields & NAME ? 2 : hit.fields & ALIAS ? 3 : hit.fields & HEADING ? 4 : 5;
        tier = Math.max(tier, hit.factor < MATCH.infix ? field + 4 : hit.factor < MATCH.prefix ? field + 2 : field);
      }
      return tier + (demoted[page.kind] ?? 0);
    }

    /** Ranked hits: those with every word of the query, or where there are none, those with most of it. */
    search(text, { kind = null, limit = 40 } = {}) {
      const words = [...new Set(rackbook.words(text).map(rackbook.fold))].slice(0, 12);
      if (words.length === 0) return { hits: [], counts: new Map(), words };
      const open = /[\p{L}\p{N}]$/u.test(text);
      const found = new Map();
      words.forEach((word, number) => {
        for (const [page, hit] of this.pagesWith(word, open && number === words.length - 1)) {
          const list = found.get(page);
          if (list) list.push(hit);
          else found.set(page, [hit]);
        }
      });
      const most = Math.max(0, ...[...found.values()].map((list) => list.length));
      const whole = most === words.length;
      const query = words.join(" ");
      const counts = new Map();
      const hits = [];
      for (const [number, list] of found) {
        if (whole && list.length < words.length) continue;
        const page = this.pages[number];
        counts.set(page.kind, (counts.get(page.kind) ?? 0) + 1);
        if (kind && page.kind !== kind) continue;
        const score = list.reduce((sum, hit) => sum + hit.score, 0) * (kindWeights[page.kind] ?? 1);
        hits.push({ page, number, score, tier: whole ? this.tier(page, query, list) : 99 });
      }
      const length = (hit) => (hit.tier === 1 ? hit.page.id.length : 0); // The name that is nearly typed out comes first.
      hits.sort((left, right) => left.tier - right.tier || length(left) - length(right) || right.score - left.score
        || left.number - right.number);
      return { hits: hits.slice(0, limit), counts, words, total: hits.length };
    }
  }

  rackbook.Index = Index;
  rackbook.oneEdit = oneEdit;
  /** Called by search-index.js. */
  rackbook.takeIndex = (data) => {
    rackbook.index = new Index(data);
    document.dispatchEvent(new Event("rackbook-index"));
  };
})();
