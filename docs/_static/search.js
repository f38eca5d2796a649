// The search page: a query is cut into the words of the index, as docs/_ext/policy_search.py cuts
// the pages. The term of the rules is searched for with what was typed, and so are document numbers
// and other numbers.
"use strict";

(function () {
  const NUMBERED = /([\u4e00-\u9fff]+)[[〔(（](\d{4})[\]〕)）](\d+号)/g;
  const CHINESE = /[\u4e00-\u9fff]/;
  const LONGEST = 12;
  // The words that were typed, where the query has other ones.
  let typed = null;

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
    const [, own] = parse(query);
    typed = text === query ? null : own;
    const [, terms, excluded, highlighted, objects] = parse(text);
    const wanted = new Set([...terms].flatMap(cut));
    for (const number of text.match(/(?<![\p{L}\p{N}])\d{4,}(?![\p{L}\p{N}])/gu) || []) wanted.add(number);
    // The headings of documents have square brackets.
    const title = query.match(NUMBERED) ? query.replace(NUMBERED, "$1[$2]$3") : text;
    return [title.trim(), wanted, excluded, highlighted, objects];
  };

  // A page is found by the term of the rules, or else by the word that was typed.
  const search = Search.performTermsSearch;
  Search.performTermsSearch = (terms, excluded) => {
    const found = search(terms, excluded);
    const pages = new Set(found.map(([page]) => page));
    const others = typed?.size ? search(typed, excluded).filter(([page]) => !pages.has(page)) : [];
    return [...found, ...others];
  };
})();
