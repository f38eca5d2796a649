// The search page: a query is cut into the words of the index, as docs/_ext/policy_search.py cuts
// the pages. Synonyms are replaced, document numbers and other numbers are searched for.
"use strict";

(function () {
  const NUMBERED = /([\u4e00-\u9fff]+)[[〔(（](\d{4})[\]〕)）](\d+号)/g;
  const CHINESE = /[\u4e00-\u9fff]/;
  const LONGEST = 12;

  function known(word) {
    const index = Search._index;
    return Object.hasOwn(index.terms, word) || Object.hasOwn(index.titleterms, word);
  }

  function expand(query) {
    let text = query.replace(NUMBERED, " $1$2$3 ").replace(/(\d),(?=\d{3})/g, "$1");
    for (const [short, full] of Object.entries(window.SYNONYMS)) {
      if (!text.includes(full)) text = text.replaceAll(short, full);
    }
    return text;
  }

  // Cut a Chinese word that the index lacks into the longest words that it has.
  function cut(word) {
    if (!CHINESE.test(word) || known(word)) return [word];
    const found = [];
    for (let start = 0; start < word.length;) {
      let end = Math.min(word.length, start + LONGEST);
      while (end > start + 1 && !known(word.slice(start, end))) end -= 1;
      if (end > start + 1) found.push(word.slice(start, end));
      start = end;
    }
    return found.length ? found : [word];
  }

  const parse = Search._parseQuery;
  Search._parseQuery = (query) => {
    const text = expand(query);
    const [, terms, excluded, highlighted, objects] = parse(text);
    const wanted = new Set([...terms].flatMap(cut));
    for (const number of text.match(/(?<![\p{L}\p{N}])\d{4,}(?![\p{L}\p{N}])/gu) || []) wanted.add(number);
    // The headings of documents have square brackets.
    const title = query.match(NUMBERED) ? query.replace(NUMBERED, "$1[$2]$3") : text;
    return [title.trim(), wanted, excluded, highlighted, objects];
  };
})();
