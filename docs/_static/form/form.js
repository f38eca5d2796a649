// A case of any measure, decided in the page: the facts are filled in, Python answers.
import { button, element } from "./elements.js";
import { Engine } from "./engine.js";
import { GivenTwice, record } from "./fields.js";
import { Held } from "./held.js";
import { opened, written } from "./link.js";
import { Result } from "./result.js";
import { locale, nameOf, say } from "./words.js";

const root = document.getElementById("form");
const here = new URL("./", import.meta.url);
// The site in Chinese is a folder of the other one, and uses the same engine.
const home = new URL(locale === "zh_CN" ? "../../../_static/engine/" : "../engine/", here).href;
const engine = new Engine(home, (stage) => {
  status(say[stage]);
});
const data = await (await fetch(new URL("../form.json", here))).json();
const built = await engine.about();
const regions = new Map(data.regions.map((region) => [region.id, region]));
const context = {
  defs: {},
  kept: new Set(data.kept),
  places: new Set(data.regions.flatMap((one) => [one.id, one.zh, one.en, one.zh.replace(/[省市区县]$/, "")])),
  unit: (name) => (locale === "zh_CN" ? data.units[name] : name),
  usual: (kind) => data.usual[kind] ?? {},
};
let shape = null;
let facts = null;
let asked = [];
let notKnown = new Set();
// How often the facts were changed, the form that is being opened, and the presses of the button.
let changes = 0;
let opening = null;
let pressed = false;
let busy = false;
const held = new Held();

const measure = element("select", { id: "form-measure" }, element("option", { value: "" }, say.choose));
for (const subject of data.subjects) {
  const group = element("optgroup", { label: nameOf(subject) });
  for (const one of subject.measures) group.append(element("option", { value: one.name }, nameOf(one)));
  measure.append(group);
}
const on = element("input", { id: "form-on", type: "date", value: "2003-07-01" });
const region = element("select", { id: "form-region" });
for (const one of data.regions)
  region.append(element("option", { value: one.id }, "\u2003".repeat(depth(one)) + nameOf(one)));
region.value = "620000";
const asking = element("input", { type: "checkbox", id: "form-asking" });
const about = element("a", { class: "form-about", hidden: true }, say.about);
const place = element("div", { class: "form-facts" });
const state = element("p", { role: "status", class: "form-status" });
const decideButton = element("button", { type: "submit", class: "form-decide", disabled: true }, say.decide);
const notKnownButton = button(say.notKnown, passOver, { hidden: true });
const form = element("form", { class: "form-case", novalidate: true });
const result = new Result(document.createElement("div"), find);

form.append(
  element(
    "div",
    { class: "form-bar" },
    labelled(say.measure, measure),
    labelled(say.on, on),
    labelled(say.region, region),
  ),
  about,
  element(
    "div",
    { class: "form-tools", hidden: true },
    button(say.example, fillExample),
    button(say.clear, clear),
    element("label", {}, asking, say.asking),
  ),
  place,
  element(
    "div",
    { class: "form-actions" },
    decideButton,
    notKnownButton,
    button(say.link, copyLink),
    button(say.print, () => window.print()),
  ),
);
root.replaceChildren(form, state, result.element);

function depth(one) {
  return one.parent ? 1 + depth(regions.get(one.parent)) : 0;
}

function labelled(text, input) {
  return element("div", { class: "form-field" }, element("label", { for: input.id }, text), input);
}

// The field at a path of a request, such as on or facts.loans[0].months; null where there is none.
function find(path) {
  const [first, ...rest] = path.split(/[.[\]]+/).filter(Boolean);
  if (first === "facts") return facts?.at(rest) ?? null;
  const input = { measure, on, region }[first];
  return input ? { element: input.parentElement, focus: () => input.focus() } : null;
}

function status(text) {
  state.textContent = text;
}

function request() {
  return { measure: measure.value, on: on.value, region: region.value, facts: facts.read() };
}

function open(values) {
  opening = show(values);
  return opening;
}

// The fields of the measure that is chosen, from its published schema. Without values they have
// those that are held.
async function show(values) {
  const name = measure.value;
  const tools = form.querySelector(".form-tools");
  [facts, asked, notKnown] = [null, [], new Set()];
  result.clear();
  status(engine.begun || !built ? "" : say.size(Math.round(built.bytes / 1e6)));
  tools.hidden = about.hidden = !name;
  place.replaceChildren();
  if (!name) return;
  const found = await (await fetch(new URL(`../../schemas/${name}.facts.json`, here))).json();
  if (name !== measure.value) return;
  context.defs = found.$defs ?? {};
  shape = { ...found, kind: data.facts[name] };
  facts = record(shape, context);
  facts.write(values ?? held.facts(shape, context));
  about.href = new URL(`../../reference/generated/measures/${name}.html`, here).href;
  place.append(facts.element);
  await showAsked();
}

async function answered(call, asks) {
  status(say.working);
  try {
    const answer = await engine.call(call, asks, locale);
    status(answer.outcome ? say[answer.outcome.status] : "");
    return answer;
  } catch (error) {
    status(say.failed + error.message);
    return null;
  }
}

// A press while the form or the program is being loaded counts as soon as it is loaded.
async function press() {
  pressed = true;
  if (busy) return;
  busy = true;
  try {
    while (pressed) {
      pressed = false;
      await whole();
      await (asking.checked ? askNext() : decide());
    }
  } finally {
    busy = false;
  }
}

// Until the form of the measure that was chosen last is there.
async function whole() {
  for (let waited = null; waited !== opening; ) {
    waited = opening;
    await waited;
  }
}

async function decide() {
  const asks = read();
  if (!asks) return;
  const [record, count] = [facts, changes];
  const answer = await answered("decide", asks);
  if (!answer) return;
  if (facts !== record) return status("");
  result.show(asks, answer);
  if (changes !== count && result.outdate()) status("");
}

// What is filled in; null where two rows have one name.
function read() {
  try {
    return facts && request();
  } catch (error) {
    if (!(error instanceof GivenTwice)) throw error;
    error.field.fault(error.message);
    error.field.focus();
    return null;
  }
}

// One question at a time: what is filled in or was asked is shown, nothing else.
async function showAsked() {
  decideButton.textContent = asking.checked ? say.next : say.decide;
  notKnownButton.hidden = !asking.checked || !asked.length;
  for (const [name, field] of facts?.fields ?? []) {
    field.element.hidden = asking.checked && !asked.includes(name) && field.read() === undefined;
  }
}

async function askNext() {
  const asks = read();
  if (!asks) return;
  result.clear();
  const record = facts;
  const answer = await answered("ask", { ...asks, not_known: [...notKnown] });
  if (!answer) return;
  if (facts !== record) return status("");
  if (answer.problem) return result.show(asks, answer);
  if (!answer.question) return decide();
  asked = [...asked.filter((name) => name !== answer.question.name), answer.question.name];
  await showAsked();
  facts.fields.get(answer.question.name).focus();
}

function passOver() {
  const name = asked.at(-1);
  notKnown.add(name);
  facts.fields.get(name).write(undefined);
  return press();
}

async function fillExample() {
  const example = data.examples[measure.value];
  on.value = example.on;
  region.value = example.region;
  held.clear();
  await open(example.facts);
  remember();
}

async function clear() {
  held.clear();
  await open();
  remember();
}

function remember() {
  const asks = read();
  if (!asks && measure.value) return;
  const address = written(
    asks ?? { measure: "", on: on.value, region: region.value, facts: {} },
    shape,
    context,
  );
  window.history.replaceState(null, "", address);
  // The page in the other language opens the same case.
  for (const other of document.querySelectorAll(".other-language a")) other.hash = address;
}

async function copyLink() {
  remember();
  await navigator.clipboard.writeText(window.location.href);
  status(say.linked);
}

async function openLink() {
  delete root.dataset.ready;
  const wanted = opened(window.location.hash || `#${window.location.search.slice(1)}`);
  measure.value = wanted.measure ?? "";
  on.value = wanted.on ?? on.value;
  region.value = wanted.region ?? region.value;
  held.clear();
  await open(wanted.facts);
  remember();
  root.dataset.ready = measure.value;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  return press();
});
measure.addEventListener("change", async () => {
  if (facts) held.take(facts, shape, context);
  await open();
  remember();
});
asking.addEventListener("change", showAsked);
form.addEventListener("input", (event) => {
  if ([measure, asking].includes(event.target)) return;
  changes += 1;
  if (result.outdate() && !busy) status("");
  remember();
});
window.addEventListener("hashchange", openLink);
decideButton.disabled = !built;
await openLink();
if (!built) status(say.absent);
