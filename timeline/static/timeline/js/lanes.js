/**
 * Where the labels of the marks stand: flags on poles, in a stair. No label lies on
 * another, and no pole runs through a label. Pure and deterministic; n labels in L
 * lanes cost O(n · (L + log n)).
 *
 * An item is `{x, width, rank}`: the pole's place, the text's width, and what goes first
 * when room is short. Under `arches` (`[from, to]`) the lowest lane stays free.
 */
const GAP = 6;
const POLE = 6;

/** Index of the first element of a sorted list whose `key` is not below `value`. */
function lowerBound(list, value, key) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(list[middle]) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const rankOf = ({ rank = 0 }) => rank;
const itself = (x) => x;
const start = (box) => box.from;
const end = (box) => box.to;

/** Whether some sorted pole stands from `from` to `to`. */
const anyPole = (poles, from, to) => {
  const at = lowerBound(poles, from, itself);
  return at < poles.length && poles[at] <= to;
};

/** Whether some of the disjoint sorted boxes reaches into `from`–`to`. */
const anyBox = (boxes, from, to) => {
  const at = lowerBound(boxes, from, end);
  return at < boxes.length && boxes[at].from <= to;
};

const span = (item, side) =>
  side === "end"
    ? { from: item.x - POLE - item.width, to: item.x - POLE }
    : { from: item.x + POLE, to: item.x + POLE + item.width };

/** The lowest lane where the label and its pole meet nothing, or -1. */
function freeLane(item, box, lanes, lowest) {
  for (const [lane, { boxes }] of lanes.entries()) {
    if (anyBox(boxes, item.x - GAP / 2, item.x + GAP / 2)) return -1;
    if (lane < lowest || anyBox(boxes, box.from - GAP, box.to + GAP)) continue;
    const crossed = lanes.slice(lane).some(({ poles }) => anyPole(poles, box.from, box.to));
    if (!crossed) return lane;
  }
  return -1;
}

/** Put a label where it fits, on its side of the pole if it can; `null` if nowhere. */
function put(item, sides, lanes, { left, right, arches, waiting }) {
  for (const side of sides) {
    const box = span(item, side);
    if (box.from < left || box.to > right) continue;
    const arched = arches.some(([from, to]) => box.from < to && box.to > from);
    const lane = freeLane(item, box, lanes, Math.max(arched ? 1 : 0, waiting(box)));
    if (lane < 0) continue;
    const { boxes, poles } = lanes[lane];
    boxes.splice(lowerBound(boxes, box.from, start), 0, box);
    poles.splice(lowerBound(poles, item.x, itself), 0, item.x);
    return { lane, side, ...box };
  }
  return null;
}

/** Where the widest gap between the marks ends. */
function widestGap(order) {
  let split = order.length;
  let widest = -1;
  for (let i = 1; i < order.length; i += 1) {
    const gap = order[i].x - order[i - 1].x;
    if (gap > widest) [split, widest] = [i, gap];
  }
  return split;
}

/**
 * The order in which labels are put, with the sides they try. Left of the widest gap
 * they lean right and the last comes first, so that each can climb over those before
 * it; right of the gap it is the other way round.
 */
function stair(order) {
  const split = widestGap(order);
  const steps = [
    ...order.slice(0, split).reverse().map((item) => ({ item, sides: ["start", "end"] })),
    ...order.slice(split).map((item) => ({ item, sides: ["end", "start"] })),
  ];
  return steps.sort((a, b) => rankOf(b.item) - rankOf(a.item));
}

/** For each item its `{lane, side, from, to}`, or `null` where no room is left. */
export function placeLabels(items, { left, right, lanes: count, arches = [] }) {
  const lanes = Array.from({ length: count }, () => ({ boxes: [], poles: [] }));
  const order = items.map((item, index) => ({ ...item, index }));
  order.sort((a, b) => a.x - b.x || a.index - b.index);
  const placed = new Array(items.length).fill(null);
  const pending = new Set(order);

  /** How many labels still to come, of this rank or above, have poles under this one. */
  const waiting = ({ from, to }, rank) => {
    let found = 0;
    let at = lowerBound(order, from, ({ x }) => x);
    for (; at < order.length && order[at].x <= to && found < count; at += 1) {
      if (pending.has(order[at]) && rankOf(order[at]) >= rank) found += 1;
    }
    return found;
  };
  const attempt = (item, sides, rank) => {
    const room = { left, right, arches, waiting: (box) => waiting(box, rank) };
    placed[item.index] ??= put(item, sides, lanes, room);
  };
  const steps = stair(order);
  for (const { item, sides } of steps) {
    pending.delete(item);
    attempt(item, sides, -Infinity);
    attempt(item, sides, rankOf(item));
  }
  for (const { item, sides } of steps) attempt(item, sides);
  return placed;
}
