// Shows what Python answered: the outcome with what is still needed, or what was wrong.
import { element } from "./elements.js";
import { say } from "./words.js";

const UNKNOWN_RULE = "rule-not-known:";

export class Result {
  #marked = [];

  // `find` returns the field at a path such as facts.months.
  constructor(box, find) {
    this.element = box;
    this.find = find;
    box.className = "form-result";
    box.tabIndex = -1;
  }

  clear() {
    for (const field of this.#marked) field.fault?.("");
    this.#marked = [];
    this.element.replaceChildren();
    this.element.parentElement?.classList.remove("decided", "outdated");
  }

  // The facts were changed: what is shown is marked, and printed no more. Whether there was any.
  outdate() {
    const root = this.element.parentElement;
    if (!this.element.hasChildNodes() || root.classList.contains("outdated")) return false;
    root.classList.remove("decided");
    root.classList.add("outdated");
    this.element.prepend(element("p", { class: "form-outdated", role: "status" }, say.outdated));
    return true;
  }

  show(request, { outcome, html, problem }) {
    this.clear();
    if (problem) this.#faults(problem);
    else this.#outcome(request, outcome, html);
    this.element.focus();
    this.element.scrollIntoView({ block: "start" });
  }

  #outcome(request, outcome, html) {
    const page = element("div");
    // The library escapes every text in it.
    page.innerHTML = html;
    this.element.parentElement.classList.add("decided");
    this.element.append(this.#missing(outcome.missing), page);
    for (const [name, value] of [
      [say.sent, request],
      [say.received, outcome],
    ]) {
      const text = element("pre", {}, JSON.stringify(value, null, 1));
      this.element.append(element("details", { class: "form-json" }, element("summary", {}, name), text));
    }
  }

  // Links to the fields that are still needed, and to the pages of rules without a value.
  #missing(names) {
    const box = element("div", { class: "form-missing" });
    const rules = names
      .filter((name) => name.startsWith(UNKNOWN_RULE))
      .map((name) => name.slice(UNKNOWN_RULE.length));
    const facts = names.filter((name) => !name.startsWith(UNKNOWN_RULE));
    if (facts.length)
      box.append(element("p", {}, say.missing), this.#list(facts.map((name) => this.#jump(`facts.${name}`))));
    if (rules.length) {
      const links = rules.map((path) => element("a", { href: `generated/rules/${path}.html` }, path));
      box.append(element("p", {}, say.missingRules), this.#list(links));
    }
    return box;
  }

  #faults({ detail, faults }) {
    const box = element("div", { role: "alert", class: "form-faults" });
    this.element.append(box);
    if (!faults) return box.append(element("p", {}, detail));
    const items = faults.map(({ path, problem }) => {
      const field = this.find(path);
      field?.fault?.(problem);
      if (field) this.#marked.push(field);
      return this.#jump(path, problem);
    });
    box.append(element("p", {}, say.faults), this.#list(items));
  }

  // A link to a field by its label, and what is wrong with it.
  #jump(path, problem) {
    const field = this.find(path);
    const said = problem ? [say.colon, problem] : [];
    if (!field) return element("span", {}, path, ...said);
    const link = element("a", { href: "#form" }, field.element.querySelector("label, legend").textContent);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      field.focus();
    });
    return element("span", {}, link, ...said);
  }

  #list(items) {
    return element("ul", {}, ...items.map((item) => element("li", {}, item)));
  }
}
