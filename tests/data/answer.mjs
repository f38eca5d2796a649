// Answers questions, one a line, by the engine of the form in Node: node answer.mjs ENGINE LOCALE...
// With locales it answers each question in each of them as the page does, with the HTML; without
// any it prints the outcome alone.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { start } from "../../docs/_static/form/start.mjs";

const [engine, ...locales] = process.argv.slice(2);
const { python, desk } = await start(
  engine,
  async (name) => new Uint8Array(await readFile(new URL(name, engine))),
);
python.runPython(`
from gansu_reemployment.interchange import Lines
from page_desk import DESK

def outcome(line):
    return Lines(DESK).answer_one(line.encode())
`);
const outcome = python.globals.get("outcome");
for await (const line of createInterface({ input: process.stdin })) {
  if (!locales.length) console.log(outcome(line));
  for (const locale of locales) console.log(desk.decide(line, locale));
}
