/** Reads the events from the list that stands on the page: the list is the timeline. */

const day = (text) => (text ? Number(text) : null);
const keys = (text) => (text ? text.split(" ") : []);

/** The bounds, and the words: short ones leave the year to the axis, long ones say it. */
const span = ({ first, firstMax, lastMin, last, shortJulian, shortGregorian, longJulian, longGregorian }) => ({
  first: day(first),
  firstMax: day(firstMax),
  lastMin: day(lastMin),
  last: day(last),
  short: { julian: shortJulian, gregorian: shortGregorian },
  long: { julian: longJulian ?? shortJulian, gregorian: longGregorian ?? shortGregorian },
});

function rejectedOf(node) {
  const { dating, citation, label } = node.dataset;
  return {
    ...span(node.dataset),
    key: `not-${dating}`,
    citation,
    label,
    href: citation ? `#c-${citation}` : null,
  };
}

function eventOf(item) {
  const { firstKind, lastKind, status, qualifier, shape, title, importance } = item.dataset;
  const pick = item.querySelector("a.pick");
  const rejected = [...item.querySelectorAll(".rejected[data-dating]")].map(rejectedOf);
  const href = pick?.getAttribute("href") ?? `#${item.id}`;
  return {
    ...span(item.dataset),
    id: item.id,
    item,
    pick,
    href,
    title,
    said: `${pick?.textContent.trim() ?? ""} ${title}`.trim(),
    firstKind,
    lastKind,
    status,
    qualifier,
    shape,
    era: "era" in item.dataset,
    importance: Number(importance) || 0,
    citations: keys(item.dataset.citations),
    rejected: rejected.map((reading) => ({ ...reading, href: reading.href ?? href })),
  };
}

/** The events of a list, in its order. */
export const readEvents = (list) => [...(list?.querySelectorAll("li.event") ?? [])].map(eventOf);
