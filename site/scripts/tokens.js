// How text becomes search terms. Tokens.swift does the same when the index is built; Tests/PortalTests/tokens.json holds
// them together.
"use strict";
globalThis.rackbook ??= {};
(() => {
  const folded = new Map();
  const folds = [
    "a\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u0101\u0103\u0105", "c\u00E7\u0107\u010D", "d\u010F\u0111",
    "e\u00E8\u00E9\u00EA\u00EB\u0113\u0117\u0119\u011B", "g\u011F", "i\u00EC\u00ED\u00EE\u00EF\u012B\u0131",
    "l\u013E\u0142", "n\u00F1\u0144\u0148", "o\u00F2\u00F3\u00F4\u00F5\u00F6\u00F8\u014D\u0151", "r\u0159",
    "s\u015B\u015F\u0161\u0219", "t\u0165\u021B", "u\u00F9\u00FA\u00FB\u00FC\u016B\u016F\u0171", "y\u00FD\u00FF",
    "z\u017A\u017C\u017E",
  ];
  for (const [plain, ...accented] of folds) for (const letter of accented) folded.set(letter, plain);
  folded.set("\u00DF", "ss").set("\u00E6", "ae").set("\u0153", "oe");

  const alphanumeric = /^[\p{L}\p{N}]$/u;
  const upper = /^\p{Lu}$/u;
  const lowerOrDigit = /^[\p{Ll}\p{N}]$/u;
  const joiners = "-_./:@";

  /** Lower case, without accents. */
  const fold = (text) => {
    let out = "";
    for (const letter of text) {
      if (letter >= "\u0300" && letter <= "\u036F") continue;
      for (const small of letter.toLowerCase()) {
        if (small < "\u0300" || small > "\u036F") out += folded.get(small) ?? small;
      }
    }
    return out;
  };

  /** The words of a text as they stand: runs of letters, digits and the joiners between them. */
  const words = (text) => {
    const found = [];
    let word = "";
    const close = () => {
      let end = word.length;
      while (end > 0 && joiners.includes(word[end - 1])) end -= 1;
      if (end > 0) found.push(word.slice(0, end));
      word = "";
    };
    for (const letter of text) {
      if (alphanumeric.test(letter)) word += letter;
      else if (letter >= "\u0300" && letter <= "\u036F") continue;
      else if (joiners.includes(letter)) word += word === "" ? "" : letter;
      else close();
    }
    close();
    return found;
  };

  /** `NginxDown` as `Nginx`, `Down`. */
  const humps = (piece) => {
    const parts = [];
    let part = "";
    let before = "";
    for (const letter of piece) {
      if (upper.test(letter) && lowerOrDigit.test(before)) {
        parts.push(part);
        part = "";
      }
      part += letter;
      before = letter;
    }
    parts.push(part);
    return parts;
  };

  /** A word and its parts, folded: `192.168.10.250:6443` also as `192.168.10.250` and `6443`. */
  const expand = (word) => {
    const terms = [fold(word)];
    const add = (term) => {
      const plain = fold(term);
      if (plain !== "" && !terms.includes(plain)) terms.push(plain);
    };
    for (const outer of word.split(/[/:@]/)) {
      add(outer);
      if (/^[0-9.]+$/.test(outer)) continue;
      for (const inner of outer.split(/[-_.]/)) {
        add(inner);
        humps(inner).forEach(add);
      }
    }
    return terms;
  };

  rackbook.fold = fold;
  rackbook.words = words;
  /** All terms of a text, in order. */
  rackbook.terms = (text) => words(text).flatMap(expand);
})();
