/** The few lines that make SVG and HTML elements: attributes only, never markup. */
const SVG = "http://www.w3.org/2000/svg";

const withAttributes = (node, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) node.removeAttribute(name);
    else node.setAttribute(name, typeof value === "number" ? +value.toFixed(2) : value);
  }
  if (children.length) node.replaceChildren(...children);
  return node;
};

/** A new SVG element. */
export const svg = (name, attributes = {}, ...children) =>
  withAttributes(document.createElementNS(SVG, name), attributes, children);

/** A new HTML element. */
export const html = (name, attributes = {}, ...children) =>
  withAttributes(document.createElement(name), attributes, children);

/** One child of `parent` for each item; a child whose key stays keeps its place and focus. */
export function keyed(parent, items, make) {
  const old = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  for (const item of items) {
    const node = old.get(item.key) ?? svg("a", { "data-key": item.key });
    old.delete(item.key);
    const { attributes, children } = make(item);
    withAttributes(node, attributes, children);
    if (!node.parentNode) parent.append(node);
  }
  for (const node of old.values()) node.remove();
}
