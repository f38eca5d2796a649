// A case as a link. The part after # is sent to no server; even so it has no name and no number of
// a person, a firm or a loan: each is replaced by a number of its own, the same wherever it occurs.
import { plain } from "./fields.js";

const REGION = "^[0-9]{6}$";

export function written({ measure, on, region, facts }, schema, context) {
  const kept = new URLSearchParams({ measure, on, region });
  if (schema && Object.keys(facts).length)
    kept.set("facts", JSON.stringify(withoutNames(facts, schema, context)));
  return `#${kept}`;
}

export function opened(address) {
  const wanted = new URLSearchParams(address.replace(/^#/, ""));
  const found = Object.fromEntries(
    ["measure", "on", "region"].filter((name) => wanted.get(name)).map((name) => [name, wanted.get(name)]),
  );
  try {
    const facts = JSON.parse(wanted.get("facts") ?? "{}");
    return { ...found, facts: facts && typeof facts === "object" ? facts : {} };
  } catch {
    return { ...found, facts: {} };
  }
}

export function withoutNames(facts, schema, context) {
  const numbers = new Map();
  const hidden = (text) => {
    if (!text || context.places.has(text)) return text;
    if (!numbers.has(text)) numbers.set(text, String(numbers.size + 1));
    return numbers.get(text);
  };
  return without(facts, schema, context, hidden, "");
}

function without(value, given, context, hidden, name) {
  const schema = plain(given, context);
  const each = (one, below, path) => without(one, below, context, hidden, path);
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((one) => each(one, schema.items ?? {}, name));
  if (schema.propertyNames) {
    const named = Object.entries(value).map(([key, one]) => [
      hidden(key),
      each(one, schema.additionalProperties, name),
    ]);
    return Object.fromEntries(named);
  }
  if (schema.properties) {
    const known = Object.entries(value).filter(([key]) => schema.properties[key]);
    return Object.fromEntries(
      known.map(([key, one]) => [key, each(one, schema.properties[key], `${schema.kind}.${key}`)]),
    );
  }
  return typeof value === "string" && isText(schema) && !context.kept.has(name) ? hidden(value) : value;
}

// Text in which anything may be written, an identity number too; not a day, an amount or a code.
function isText(schema) {
  const bound = schema.format || schema.unit || schema.pattern === REGION || schema.oneOf || schema.enum;
  return !bound;
}
