/** Day numbers to pixels and back: an immutable straight line, nothing else. */

/** The line that leads `first` to `left` and `last` to `right`. */
export function scale([first, last], [left, right]) {
  const perDay = (right - left) / (last - first);
  return Object.freeze({
    first,
    last,
    left,
    right,
    perDay,
    apply: (day) => left + (day - first) * perDay,
    invert: (x) => first + (x - left) / perDay,
  });
}
