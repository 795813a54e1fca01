// Places in a text: the browser counts UTF-16 units, passages count code points.

/** How many code points a string has; a surrogate pair is one. */
export const codePoints = (text) => [...text].length;

/** Where the words of a range start and end in an element's text, in code points. */
export const placeIn = (element, range) => {
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const selected = range.toString();
  const blank = codePoints(selected) - codePoints(selected.trimStart());
  const start = codePoints(before.toString()) + blank;
  return { start, end: start + codePoints(selected.trim()) };
};
