// What was filled in, kept for another measure: a fact is the same one if its name and type are.
import { GivenTwice, plain } from "./fields.js";

// The type of a fact in words that two measures share: a record by its name, a list by its items.
function typeOf(given, context) {
  const schema = plain(given, context);
  if (schema.kind) return schema.kind;
  const { type, format, unit, pattern } = schema;
  const terms = schema.oneOf?.map((one) => one.const);
  const parts = ["items", "propertyNames", "additionalProperties"]
    .filter((name) => typeof schema[name] === "object")
    .map((name) => typeOf(schema[name], context));
  return JSON.stringify([type, format, unit, pattern, terms, parts]);
}

// Rows to which nothing was written yet.
function isBlank(value) {
  const rows = Array.isArray(value) && value.length ? value : [value];
  return rows.every((row) => row === undefined || row === null || JSON.stringify(row) === "{}");
}

// The value of a field; of two rows with one name, none.
function valueOf(field) {
  try {
    return field.read();
  } catch (error) {
    if (error instanceof GivenTwice) return undefined;
    throw error;
  }
}

export class Held {
  #values = new Map();
  #presuming = new Map();

  clear() {
    this.#values.clear();
    this.#presuming.clear();
  }

  // Keep the values of a record. A field that was emptied or has its usual value is kept no more.
  take(record, schema, context) {
    for (const [name, field] of record.fields) {
      const one = schema.properties[name];
      const value = valueOf(field);
      const key = `${name} ${typeOf(one, context)}`;
      if (isBlank(value) || value === one.default) this.#values.delete(key);
      else this.#values.set(key, value);
    }
    this.#presuming.set(schema.kind, record.presuming());
  }

  // The facts of a measure as far as they are kept, with what was presumed in the same record.
  facts(schema, context) {
    const { presumed, ...properties } = schema.properties;
    const found = Object.entries(properties)
      .map(([name, one]) => [name, this.#values.get(`${name} ${typeOf(one, context)}`)])
      .filter(([, value]) => value !== undefined);
    const facts = Object.fromEntries(found);
    if (!presumed || !this.#presuming.get(schema.kind)) return facts;
    const names = Object.keys(context.usual(schema.kind)).filter((name) => facts[name] === undefined);
    return { ...facts, presumed: names };
  }
}
