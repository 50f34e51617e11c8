// Which view is shown: the part of the address behind the #, such as #/orders/17.

/** The address of a view. */
export function address(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value)).toString();
  return `#${path}${query ? `?${query}` : ""}`;
}

/** The path and the parameters that the page's address names. */
export function here() {
  const [path, query] = location.hash.replace(/^#/, "").split("?");
  return { path: path || "/", parameters: new URLSearchParams(query) };
}

/**
 * Shows views in a place, one at a time.
 *
 * @param routes patterns of paths, whose groups are given to the view that is made
 * @param entered is told of each view that is shown
 * @returns how to make the view anew
 */
export function route(place, routes, entered) {
  let view;

  function enter() {
    const { path, parameters } = here();
    view?.end?.();
    const [found, make] = routes.map(([pattern, maker]) => [path.match(pattern), maker]).find(([match]) => match);
    view = make({ parameters, values: found.slice(1) });
    place.replaceChildren(view.element);
    entered(view, path);
  }

  addEventListener("hashchange", enter);
  enter();
  return enter;
}
