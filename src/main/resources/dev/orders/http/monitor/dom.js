// Makes elements. Whatever comes from outside is set as text or as an attribute, never as markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element: `on…` are listeners, `class` and others attributes; false, null and undefined are left out. */
export function h(tag, properties, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/** The same of SVG. */
export function svg(tag, properties, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) set(element, name, value);
  element.append(...nodes(children));
  return element;
}

/** Sets or removes one property. */
export function set(element, name, value) {
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (value === false || value === null || value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value === true ? "" : value);
  return element;
}

function nodes(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** Lets an element hold these children and no others. */
export function show(element, ...children) {
  element.replaceChildren(...nodes(children));
  return element;
}

/** Sets a text, and touches nothing when it is the same: a screen reader would repeat it. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
  return element;
}

/**
 * Lets a parent hold an element for each item, in their order. Elements stay with their keys, so
 * that what has the focus keeps it while the figures around it change.
 */
export function sync(parent, items, { key, make, update }) {
  const kept = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  items.forEach((item, place) => {
    const name = String(key(item));
    let element = kept.get(name);
    if (!element) {
      element = make(item);
      element.dataset.key = name;
    }
    kept.delete(name);
    update?.(element, item);
    if (parent.children[place] !== element) parent.insertBefore(element, parent.children[place] ?? null);
  });
  for (const gone of kept.values()) gone.remove();
}
