// Elements of the page, and buttons.
export function element(tag, attributes = {}, ...content) {
  const one = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) one.setAttribute(name, "");
    else if (value !== false && value !== undefined) one.setAttribute(name, value);
  }
  one.append(...content);
  return one;
}

export function button(text, pressed, attributes = {}) {
  const one = element("button", { type: "button", ...attributes }, text);
  one.addEventListener("click", pressed);
  return one;
}
