// The rules explorer: which value was in force on a day in a place, from which document,
// and what has changed since another day. Plain JavaScript over rules.js; needs no server.
"use strict";

(function () {
  const data = window.RULES;
  const root = document.getElementById("explorer");
  if (!data || !root) return;

  const parents = new Map(data.regions.map((region) => [region.id, region.parent]));
  const words = {
    zh_CN: {
      day: "日期", since: "对照日期", place: "地区", find: "检索", rule: "规定", value: "值",
      source: "依据", standing: "来源等级", absent: "（未查到）", changed: "只列有变动的",
      none: "没有符合条件的规定", was: "原为", count: "项规定", from: "自",
    },
    en: {
      day: "Day", since: "Compare with", place: "Place", find: "Find", rule: "Rule", value: "Value",
      source: "Source", standing: "Standing", absent: "(not known)", changed: "Changed only",
      none: "No rule matches", was: "was", count: "rules", from: "from",
    },
  };
  const locale = document.documentElement.lang.startsWith("zh") ? "zh_CN" : "en";
  const say = words[locale];

  // The layers of a place, the most local one first.
  function chain(region) {
    const layers = [];
    for (let id = region; id; id = parents.get(id)) layers.push(id);
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

  const day = element("input", undefined, { type: "date", value: "2003-07-01", id: "explorer-day" });
  const since = element("input", undefined, { type: "date", value: "", id: "explorer-since" });
  const place = element("select", undefined, { id: "explorer-place" });
  const find = element("input", undefined, { type: "search", id: "explorer-find" });
  const only = element("input", undefined, { type: "checkbox", id: "explorer-changed" });
  for (const region of data.regions) {
    const name = locale === "zh_CN" ? region.zh : region.en;
    const depth = chain(region.id).length - 1;
    place.append(element("option", "\u2003".repeat(depth) + name, { value: region.id }));
  }
  place.value = "620000";

  // A link such as explorer.html#day=2003-07-01&place=620500 opens at that day and place.
  const inputs = { day, since, place, find };
  const wanted = new URLSearchParams(window.location.hash.slice(1));
  for (const [name, input] of Object.entries(inputs)) {
    if (wanted.has(name)) input.value = wanted.get(name);
  }
  only.checked = wanted.has("changed");

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
    control(say.day, day), control(say.since, since), control(say.place, place),
    control(say.find, find), control(say.changed, only),
  );
  bar.addEventListener("submit", (event) => event.preventDefault());
  const count = element("p", "", { role: "status" });
  const table = element("table", undefined, { class: "docutils align-default" });
  const head = element("tr");
  for (const title of [say.rule, say.value, say.source, say.standing]) {
    head.append(element("th", title, { scope: "col" }));
  }
  const body = element("tbody");
  const top = element("thead");
  top.append(head);
  table.append(top, body);
  root.replaceChildren(bar, count, table);

  function shown(row) {
    return row ? row.value[locale] : say.absent;
  }

  function line(rule, now, before) {
    const made = element("tr", undefined, { "data-path": rule.path });
    const name = element("td");
    name.append(element("code", rule.path), element("br"), locale === "zh_CN" ? rule.zh : rule.en);
    const value = element("td", shown(now));
    if (since.value && shown(now) !== shown(before)) {
      made.classList.add("explorer-changed");
      value.append(element("br"), element("small", `${say.was} ${shown(before)}`));
    }
    const source = element("td");
    if (now) {
      const cited = `${now.document} ${now.article}`.trim();
      source.append(now.address ? element("a", cited, { href: now.address }) : cited, element("br"));
      source.append(element("small", `${say.from} ${now.since}`, { title: now.title }));
      if (now.note[locale]) source.append(element("br"), element("small", now.note[locale]));
    }
    made.append(name, value, source, element("td", now ? now.standing[locale] : ""));
    return made;
  }

  function draw() {
    const layers = chain(place.value);
    const text = find.value.trim().toLowerCase();
    body.replaceChildren();
    for (const rule of data.rules) {
      const names = `${rule.path} ${rule.zh} ${rule.en}`.toLowerCase();
      if (text && !names.includes(text)) continue;
      const now = rowOn(rule, day.value, layers);
      const before = since.value ? rowOn(rule, since.value, layers) : now;
      if (only.checked && shown(now) === shown(before)) continue;
      body.append(line(rule, now, before));
    }
    count.textContent = body.children.length ? `${body.children.length} ${say.count}` : say.none;
  }

  for (const input of [day, since, place, find, only]) {
    input.addEventListener("input", () => { draw(); remember(); });
  }
  draw();
})();
