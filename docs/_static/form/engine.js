// Asks Python, which is loaded with the first question.
export class Engine {
  #worker = null;
  #waiting = new Map();
  #number = 0;

  constructor(folder, onstage) {
    this.folder = folder;
    this.onstage = onstage;
  }

  // What is loaded, and its size; null where the site was built without it.
  async about() {
    try {
      const found = await fetch(new URL("engine.json", this.folder));
      return found.ok ? await found.json() : null;
    } catch {
      return null;
    }
  }

  // Whether it is loaded, or is being loaded.
  get begun() {
    return this.#worker !== null;
  }

  call(name, data, locale) {
    this.#worker ??= this.#begin();
    this.#number += 1;
    const message = { number: this.#number, call: name, text: JSON.stringify(data), locale };
    return new Promise((resolve, reject) => {
      this.#waiting.set(message.number, { resolve, reject });
      this.#worker.postMessage(message);
    });
  }

  #begin() {
    const address = new URL("worker.js", import.meta.url);
    address.hash = this.folder;
    const worker = new Worker(address, { type: "module" });
    worker.onmessage = ({ data }) => (data.stage ? this.onstage(data.stage) : this.#settle(data));
    worker.onerror = (event) => this.#fail(event.message || "worker");
    return worker;
  }

  #settle({ number, answer, failure }) {
    if (failure) return this.#fail(failure);
    const { resolve } = this.#waiting.get(number);
    this.#waiting.delete(number);
    resolve(answer);
  }

  // The next question begins again, as after a connection that broke.
  #fail(reason) {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}
