// The fields of a form, made from the JSON Schema of a measure's facts. Each has its `element`,
// `read` and `write` of the value in JSON, where undefined is not known, and `at`, which finds the
// field at a path of names and numbers.
import { button, element } from "./elements.js";
import { nameOf, say } from "./words.js";

let made = 0;

// Two rows of one name; no JSON could say both.
export class GivenTwice extends Error {
  constructor(field) {
    super(say.twice);
    this.field = field;
  }
}

// The schema of a value that may be unknown, without that; `kind` is the name of a record.
export function plain(schema, context) {
  const known = schema.anyOf ? schema.anyOf.find((one) => one.type !== "null") : schema;
  const merged = { ...schema, ...known };
  if (!merged.$ref) return merged;
  const kind = merged.$ref.split("/").pop();
  return { ...context.defs[kind], ...merged, kind };
}

export function field(given, context, label = nameOf(given), required = false) {
  const schema = plain(given, context);
  const one = build(schema, context, label, Boolean(given.anyOf), required);
  if (required) one.element.querySelector("label, legend").textContent = say.required(label);
  if (schema.default !== undefined && typeof schema.default !== "object") one.write(schema.default);
  return one;
}

function build(schema, context, label, nullable, required) {
  if (schema.oneOf) return choice(schema, label);
  if (schema.type === "boolean") return yesOrNo(label);
  if (schema.type === "array") return list(schema, context, label, nullable, required);
  if (schema.propertyNames) return table(schema, context, label);
  if (schema.type === "object") return group(record(schema, context), label);
  return entry(schema, context, label);
}

// A field of one input or several; `fault` shows what is wrong with it.
function leaf(id, box, inputs, read, write) {
  const problem = element("p", { class: "form-fault", id: `${id}-fault`, hidden: true });
  box.classList.add("form-field");
  box.append(problem);
  const one = { element: box, read, write, at: () => one, focus: () => inputs[0].focus() };
  one.fault = (text) => {
    problem.textContent = text;
    problem.hidden = !text;
    for (const input of inputs) {
      if (text) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  };
  box.addEventListener("input", () => one.fault(""));
  return one;
}

function entry(schema, context, label) {
  const id = `form-${(made += 1)}`;
  const day = schema.format === "date";
  const mode = schema.type === "integer" ? "numeric" : schema.unit ? "text" : undefined;
  const named = schema.unit && context.unit(schema.unit);
  // A name such as "term in months" says the unit already.
  const unit = named && !label.includes(named.replace(/^个/, "")) ? named : undefined;
  const input = element("input", {
    id,
    type: day ? "date" : "text",
    inputmode: mode,
    autocomplete: "off",
    "aria-describedby": `${unit ? `${id}-unit ` : ""}${id}-fault`,
  });
  const line = element("span", { class: "form-entry" }, input);
  if (unit) line.append(element("span", { class: "form-unit", id: `${id}-unit` }, unit));
  const box = element("div", {}, element("label", { for: id }, label), line);
  const read = () => {
    const text = input.value.trim();
    // A day that is filled in by half is a fault, and not a day that is not known.
    if (input.validity.badInput) return "?";
    if (!text) return undefined;
    const number = Number(text);
    return schema.type === "integer" && /^[-+]?\d+$/.test(text) && Number.isSafeInteger(number)
      ? number
      : text;
  };
  return leaf(id, box, [input], read, (value) => {
    input.value = value ?? "";
  });
}

function choice(schema, label) {
  const id = `form-${(made += 1)}`;
  const select = element(
    "select",
    { id, "aria-describedby": `${id}-fault` },
    element("option", { value: "" }, say.unknown),
  );
  for (const one of schema.oneOf) select.append(element("option", { value: one.const }, nameOf(one)));
  const box = element(
    "div",
    {},
    element("label", { for: id }, label),
    element("span", { class: "form-entry" }, select),
  );
  return leaf(
    id,
    box,
    [select],
    () => select.value || undefined,
    (value) => {
      select.value = value ?? "";
    },
  );
}

function yesOrNo(label) {
  const id = `form-${(made += 1)}`;
  const line = element("span", { class: "form-entry form-radios" });
  const inputs = [
    ["true", say.yes],
    ["false", say.no],
    ["", say.unknown],
  ].map(([value, text]) => {
    const input = element("input", { type: "radio", name: id, value });
    line.append(element("label", {}, input, text));
    return input;
  });
  const box = element("fieldset", { "aria-describedby": `${id}-fault` }, element("legend", {}, label), line);
  const read = () => ({ true: true, false: false })[inputs.find((input) => input.checked)?.value];
  const write = (value) => {
    for (const input of inputs) input.checked = input.value === String(value ?? "");
  };
  write(undefined);
  return leaf(id, box, inputs, read, write);
}

// A record: a field for each fact, and one check for those that may be presumed in order.
export function record(schema, context) {
  const { presumed, ...properties } = schema.properties;
  const fields = new Map();
  const box = element("div", { class: "form-record" });
  for (const [name, one] of Object.entries(properties)) {
    const made = field(one, context, nameOf(one), schema.required.includes(name));
    made.element.dataset.name = name;
    fields.set(name, made);
    box.append(made.element);
  }
  const usual = presumed ? context.usual(schema.kind) : {};
  const check = element("input", { type: "checkbox" });
  if (presumed) {
    const words = Object.entries(usual).map(([name, value]) =>
      say.presumed(nameOf(properties[name]), wordOf(properties[name], value, context)),
    );
    box.append(presumption(check, words));
  }
  const one = { element: box, fields, focus: () => fields.values().next().value.focus() };
  one.presuming = () => check.checked;
  one.read = () => {
    const facts = {};
    for (const [name, made] of fields) {
      const value = made.read();
      if (value !== undefined) facts[name] = value;
    }
    const names = check.checked ? Object.keys(usual).filter((name) => facts[name] === undefined) : [];
    for (const name of names) facts[name] = usual[name];
    return names.length ? { ...facts, presumed: names } : facts;
  };
  one.write = (value = {}) => {
    const names = value?.presumed ?? [];
    check.checked = names.length > 0;
    for (const [name, made] of fields)
      made.write(names.includes(name) ? undefined : (value?.[name] ?? properties[name].default));
  };
  one.at = ([name, ...rest]) => fields.get(name)?.at(rest) ?? null;
  return one;
}

// A value in words.
function wordOf(given, value, context) {
  if (typeof value === "boolean") return value ? say.yes : say.no;
  const term = plain(given, context).oneOf?.find((one) => one.const === value);
  return term ? nameOf(term) : String(value);
}

function presumption(check, words) {
  const text = say.presume + words.join(say.comma);
  return element("div", { class: "form-field form-presumed" }, element("label", {}, check, text));
}

function group(made, label) {
  const box = element("fieldset", { class: "form-group" }, element("legend", {}, label), made.element);
  const read = () => {
    const value = made.read();
    return Object.keys(value).length ? value : undefined;
  };
  const one = { ...made, element: box, read };
  one.at = (path) => made.at(path) ?? one;
  return one;
}

// Values one below the other, which may be added and removed.
function rows(label, row) {
  const held = [];
  const place = element("div", { class: "form-rows" });
  const box = element("fieldset", { class: "form-group" }, element("legend", {}, label), place);
  const rename = () =>
    held.forEach((one, number) => {
      one.title.textContent = say.number(label, number + 1);
    });
  const changed = () => box.dispatchEvent(new Event("input", { bubbles: true }));
  const remove = (one) => {
    held.splice(held.indexOf(one), 1);
    one.element.remove();
    rename();
    changed();
  };
  const add = () => {
    const one = row();
    one.title = element("legend");
    one.element = element(
      "fieldset",
      { class: "form-row" },
      one.title,
      ...one.parts,
      button(say.remove, () => remove(one)),
    );
    held.push(one);
    place.append(one.element);
    rename();
    return one;
  };
  const more = button(say.add, () => [add().focus(), changed()], { class: "form-add" });
  box.append(more);
  const clear = () => {
    while (held.length) held.pop().element.remove();
  };
  return { held, add, clear, element: box, focus: () => (held[0] ?? more).focus() };
}

function list(schema, context, label, nullable, required) {
  const made = rows(label, () => {
    const item = plain(schema.items, context);
    const one =
      item.type === "object" && !item.propertyNames
        ? record(item, context)
        : field(schema.items, context, label);
    return { ...one, parts: [one.element] };
  });
  const none = element("input", { type: "checkbox" });
  if (nullable) made.element.append(element("label", { class: "form-none" }, none, say.none));
  const read = () => {
    const values = made.held.map((one) => one.read() ?? null);
    return values.length || (nullable && none.checked) ? values : undefined;
  };
  const write = (given) => {
    const values = Array.isArray(given) ? given : [];
    made.clear();
    none.checked = nullable && Array.isArray(given) && !given.length;
    for (const value of values) made.add().write(value);
    if (required && !values.length) made.add();
  };
  write(undefined);
  const one = { ...made, read, write };
  one.at = ([number, ...rest]) => made.held[Number(number)]?.at(rest) ?? one;
  return one;
}

// Values by name, such as a number for each prefecture.
function table(schema, context, label) {
  const made = rows(label, () => {
    const key = field(schema.propertyNames, context, say.key);
    const value = field(schema.additionalProperties, context, label);
    return { key, value, parts: [key.element, value.element], focus: key.focus };
  });
  const read = () => {
    const named = new Map();
    for (const row of made.held) {
      const key = row.key.read() ?? "";
      if (named.has(key)) throw new GivenTwice(row.key);
      named.set(key, row.value.read() ?? null);
    }
    return named.size ? Object.fromEntries(named) : undefined;
  };
  const write = (values) => {
    made.clear();
    for (const [key, value] of Object.entries(values ?? {})) {
      const row = made.add();
      row.key.write(key);
      row.value.write(value);
    }
  };
  const one = { ...made, read, write };
  one.at = ([key, ...rest]) => made.held.find((row) => row.key.read() === key)?.value.at(rest) ?? one;
  return one;
}
