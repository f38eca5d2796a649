// Keeps the page usable while Python works: a case comes in as text, the answer goes out as text.
import { start } from "./start.mjs";

const folder = new URL(self.location.hash.slice(1), self.location.href).href;

async function read(name) {
  const found = await fetch(new URL(name, folder));
  if (!found.ok) throw new Error(`${name}: ${found.status}`);
  return new Uint8Array(await found.arrayBuffer());
}

const started = start(folder, read, (stage) => self.postMessage({ stage }));

self.onmessage = async ({ data }) => {
  try {
    const { desk } = await started;
    const answer = JSON.parse(desk[data.call](data.text, data.locale));
    self.postMessage({ number: data.number, answer });
  } catch (error) {
    self.postMessage({ number: data.number, failure: String(error.message || error) });
  }
};
