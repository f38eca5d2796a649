// The rules explorer: which value was in force on a day in a place, from which document,
// and what has changed since another day. Plain JavaScript over rules.js; needs no server.
"use strict";

(function () {
  const data = window.RULES;
  const root = document.getElementById("explorer");
  if (!data || !root) return;

  const regions = new Map(data.regions.map((region) => [region.id, region]));
  const words = {
    zh_CN: {
      day: "日期", since: "对照日期", place: "地区", find: "检索", hint: "规定、值、文号、说明",
      standing: "来源等级", changed: "只列有变动的", all: "全部", rule: "规定", value: "值", source: "依据",
      read: "原文", reported: "转引", assumed: "推定", convention: "约定", nothing: "没有取值",
      notYet: "尚无规定", notFound: "未查到", outside: "超出收录期间", notChosen: "未选日期", ended: "已经失效",
      reading: "依据性条文，没有取值", none: "没有符合条件的规定", count: "项规定", one: "项规定", was: "原为",
      from: "自", to: "至", open: "现行至收录期末", text: "网页", history: "沿革", against: "，对照",
      covered: "收录期间", fillDay: "请选择日期", begins: "起", print: "打印",
    },
    en: {
      day: "Day", since: "Compare with", place: "Place", find: "Find", hint: "rule, value, document, note",
      standing: "Standing", changed: "Changed only", all: "all", rule: "Rule", value: "Value", source: "Source",
      read: "read", reported: "reported", assumed: "assumed", convention: "convention", nothing: "without a value",
      notYet: "no rule yet", notFound: "not found", outside: "outside the days covered",
      notChosen: "no day chosen", ended: "no longer in force",
      reading: "cited text without a value", none: "No rule matches", count: "rules", one: "rule", was: "was",
      from: "from", to: "to", open: "to the end of the days covered", text: "text", history: "history",
      against: ", compared with ", covered: "Days covered", fillDay: "Choose a day", begins: "from", print: "Print",
    },
  };
  const locale = document.documentElement.lang.startsWith("zh") ? "zh_CN" : "en";
  const say = words[locale];
  const standings = ["read", "reported", "assumed", "convention"];

  function nameOf(region) {
    const found = regions.get(region);
    return locale === "zh_CN" ? found.zh : found.en;
  }

  // The layers of a place, the most local one first.
  function chain(region) {
    const layers = [];
    for (let id = region; id; id = regions.get(id).parent) layers.push(id);
    return layers;
  }

  // The row in force: the most local layer that has one; within a layer the last row begun.
  function rowOn(rule, day, layers) {
    if (!day || day > rule.until) return null;
    for (const layer of layers) {
      const begun = rule.rows.filter((row) => row.region === layer && row.since <= day);
      const last = begun.sort((a, b) => (a.since < b.since ? -1 : 1)).pop();
      if (last && (!last.until || day <= last.until)) return last;
    }
    return null;
  }

  // Why there is no value: the kinds of nothing are legally different.
  function absence(rule, day, layers) {
    const rows = rule.rows.filter((row) => layers.includes(row.region));
    if (!day) return [say.notChosen, ""];
    if (day > rule.until || day < data.covered[0]) return [say.outside, data.covered.join(" – ")];
    if (!rows.length) return [say.notFound, ""];
    const first = rows.map((row) => row.since).sort()[0];
    if (day < first) return [say.notYet, `${say.from} ${first}`];
    // A figure of a year, such as an average wage, ends with it: that of the next was not found.
    if (rule.series) return [say.notFound, ""];
    return [say.ended, `${say.to} ${rows.map((row) => row.until || "").sort().pop()}`];
  }

  function element(tag, text, attributes = {}) {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  function control(label, made) {
    const line = element("label", label + " ");
    line.append(made);
    return line;
  }

  function choice(id, options) {
    const made = element("select", undefined, { id });
    for (const [value, text] of options) made.append(element("option", text, { value }));
    return made;
  }

  // What a reader may type in several ways: brackets, blanks, thousands, short names.
  function plain(text) {
    let found = text.toLowerCase().replace(/[〔﹝［（(]/g, "[").replace(/[〕﹞］）)]/g, "]");
    found = found.replace(/(\d),(?=\d{3})/g, "$1").replace(/[“”"]/g, "");
    for (const [short, full] of Object.entries(window.SYNONYMS || {})) {
      found = found.replaceAll(full, short);
    }
    return found;
  }

  for (const rule of data.rules) {
    rule.names = plain(`${rule.path} ${rule.zh} ${rule.en} ${rule.measures}`);
    for (const row of rule.rows) {
      row.words = plain([row.value.zh_CN, row.value.en, row.document.zh_CN, row.document.en, row.title,
        row.article, words.zh_CN[row.standing], row.standing, row.note.zh_CN, row.note.en].join(" "));
    }
  }

  const day = element("input", undefined, { type: "date", value: "2003-07-01", id: "explorer-day" });
  const since = element("input", undefined, { type: "date", value: "", id: "explorer-since" });
  const place = choice("explorer-place", data.regions.map((region) =>
    [region.id, "\u2003".repeat(chain(region.id).length - 1) + nameOf(region.id)]));
  const find = element("input", undefined, { type: "search", id: "explorer-find", placeholder: say.hint });
  const standing = choice("explorer-standing", [["", say.all],
    ...standings.map((code) => [code, say[code]]), ["nothing", say.nothing]]);
  const only = element("input", undefined, { type: "checkbox", id: "explorer-changed" });
  const print = element("button", say.print, { type: "button" });
  print.addEventListener("click", () => window.print());
  place.value = "620000";

  // A link such as explorer.html#day=2003-07-01&place=620500 opens at that day and place.
  const inputs = { day, since, place, find, standing };
  function open() {
    const wanted = new URLSearchParams(window.location.hash.slice(1));
    for (const [name, input] of Object.entries(inputs)) {
      if (wanted.has(name)) input.value = wanted.get(name);
    }
    only.checked = wanted.has("changed");
  }

  function remember() {
    const kept = new URLSearchParams();
    for (const [name, input] of Object.entries(inputs)) {
      if (input.value) kept.set(name, input.value);
    }
    if (only.checked) kept.set("changed", "1");
    window.history.replaceState(null, "", `#${kept}`);
  }

  const bar = element("form", undefined, { class: "explorer-bar" });
  bar.append(
    control(say.day, day), control(say.place, place), control(say.find, find),
    control(say.standing, standing), control(say.since, since), control(say.changed, only), print,
  );
  bar.addEventListener("submit", (event) => event.preventDefault());
  // On paper the title says for which day and place the values are.
  const title = element("p", "", { class: "explorer-title" });
  const count = element("p", "", { role: "status" });
  const table = element("table", undefined, { class: "docutils align-default" });
  const head = element("tr");
  for (const text of [say.rule, say.value, say.source, say.standing]) {
    head.append(element("th", text, { scope: "col" }));
  }
  const body = element("tbody");
  const top = element("thead");
  top.append(head);
  table.append(top, body);
  root.replaceChildren(bar, title, count, table);

  function textOf(row) {
    return row.value[locale] || say.reading;
  }

  function valueCell(rule, row, when, layers) {
    const cell = element("td", row ? textOf(row) : undefined, { "data-label": say.value });
    if (row) return cell;
    const [kind, reason] = absence(rule, when, layers);
    cell.append(element("em", kind, { class: "explorer-nothing" }));
    if (reason) cell.append(element("br"), element("small", reason));
    return cell;
  }

  // Of two lists only what was added and taken out, of other values the former one.
  function change(now, before, rule, layers) {
    const made = element("small", undefined, { class: "explorer-change" });
    const old = before ? textOf(before) : absence(rule, since.value, layers)[0];
    const items = [now, before].map((row) => row && row.items[locale]);
    if (items[0] && items[1]) {
      const added = items[0].filter((item) => !items[1].includes(item));
      const removed = items[1].filter((item) => !items[0].includes(item));
      for (const item of added) made.append(element("ins", `+ ${item}`), " ");
      for (const item of removed) made.append(element("del", `− ${item}`), " ");
    } else {
      made.append(`${say.was} `, element("del", old));
    }
    if (now && before && now.standing !== before.standing) {
      made.append(` (${say[before.standing]} → ${say[now.standing]})`);
    }
    return made;
  }

  function cited(row) {
    const made = element("span");
    const name = row.document[locale];
    const entry = `generated/instruments.html#${encodeURIComponent(row.place)}`;
    made.append(row.place ? element("a", name, { href: entry, title: row.title }) : name);
    if (row.article) made.append(` ${row.article}`);
    if (row.address) made.append(" ", element("a", say.text, { href: row.address, class: "external" }));
    return made;
  }

  function sourceCell(now, before) {
    const cell = element("td", undefined, { "data-label": say.source });
    if (now) {
      const end = now.end ? `${say.to} ${now.end}` : say.open;
      cell.append(cited(now), element("br"));
      cell.append(element("small", `${nameOf(now.region)} · ${say.from} ${now.since} ${end}`));
      if (now.note[locale]) cell.append(element("br"), element("small", now.note[locale]));
    }
    if (since.value && before && before !== now) {
      const former = element("small", `${say.was} `);
      former.append(cited(before));
      cell.append(element("br"), former);
    }
    return cell;
  }

  function differs(now, before) {
    return (now ? textOf(now) : null) !== (before ? textOf(before) : null);
  }

  function line(rule, now, before, layers) {
    const made = element("tr", undefined, { "data-path": rule.path });
    const name = element("td", undefined, { "data-label": say.rule });
    const page = `generated/rules/${rule.path}.html`;
    name.append(element("a", locale === "zh_CN" ? rule.zh : rule.en, { href: page }), element("br"));
    name.append(element("code", rule.path));
    const value = valueCell(rule, now, day.value, layers);
    if (since.value && differs(now, before)) {
      made.classList.add("explorer-changed");
      value.append(element("br"), change(now, before, rule, layers));
    }
    const sure = element("td", now ? say[now.standing] : "", { "data-label": say.standing });
    if (now) sure.classList.add(`standing-${now.standing}`);
    made.append(name, value, sourceCell(now, before), sure);
    return made;
  }

  function matches(rule, now, sought) {
    if (standing.value === "nothing" && now) return false;
    if (standing.value && standing.value !== "nothing" && (now ? now.standing : "") !== standing.value) return false;
    const text = rule.names + " " + (now ? now.words : "");
    return sought.every((word) => text.includes(word));
  }

  function draw() {
    const layers = chain(place.value);
    const sought = plain(find.value).split(/\s+/).filter(Boolean);
    body.replaceChildren();
    for (const rule of data.rules) {
      const now = rowOn(rule, day.value, layers);
      if (!matches(rule, now, sought)) continue;
      const before = since.value ? rowOn(rule, since.value, layers) : now;
      if (only.checked && !differs(now, before)) continue;
      body.append(line(rule, now, before, layers));
    }
    const number = body.children.length;
    title.textContent = `${day.value || say.fillDay} · ${nameOf(place.value)}`
      + (since.value ? `${say.against}${since.value}` : "") + (find.value ? ` · “${find.value}”` : "");
    count.textContent = (number ? `${number} ${number === 1 ? say.one : say.count}` : say.none)
      + ` · ${say.covered} ${data.covered.join(" – ")}`;
  }

  for (const input of [...Object.values(inputs), only]) {
    input.addEventListener("input", () => { draw(); remember(); });
  }
  window.addEventListener("hashchange", () => { open(); draw(); });
  open();
  draw();
})();
