/**
 * What happens where marks meet. Dots that would cover each other climb above the
 * axis; where more than a few stand in one cell, one numbered dot stands for all of
 * them. Bars that overlap take tracks of their own. Pure.
 */
const DOT = 11;
const CELL = 24;
const FEW = 3;
const NUMBERED = 22;
const LEVELS = 3;

/** Dots sorted by x in cells; the cells stand still against the days while one pans. */
function spots(dots, origin) {
  const cells = Map.groupBy(dots, ({ x }) => Math.floor((x - origin) / CELL));
  let free = -Infinity;
  return [...cells.values()].flatMap((members) => {
    if (members.length <= FEW) return members.map((dot) => ({ x: dot.x, members: [dot], width: DOT }));
    const x = Math.max(free, (members[0].x + members.at(-1).x) / 2);
    free = x + NUMBERED;
    return [{ x, members, width: NUMBERED }];
  });
}

/** The lowest level that is free from `from` on; where all are taken, the highest. */
function climb(levels, from, to, most) {
  let level = levels.findIndex((end) => end <= from);
  if (level < 0) level = Math.min(levels.length, most - 1);
  levels[level] = Math.max(levels[level] ?? -Infinity, to);
  return level;
}

/** Dots as `{x, members, level}`; a numbered dot has more than one member. */
export function gatherDots(dots, origin = 0) {
  const levels = [];
  const order = [...dots].sort((a, b) => a.x - b.x);
  return spots(order, origin).map(({ x, members, width }) => ({
    x,
    members,
    level: climb(levels, x - width / 2 + 1, x + width / 2, LEVELS),
  }));
}

/** The track of each bar `{from, to}`, lowest first, in the order given. */
export function trackBars(bars, most) {
  const tracks = new Array(bars.length).fill(0);
  const levels = [];
  const order = bars.map((bar, index) => ({ ...bar, index }));
  order.sort((a, b) => a.from - b.from || b.to - a.to || a.index - b.index);
  for (const { from, to, index } of order) tracks[index] = climb(levels, from, to + 2, most);
  return tracks;
}
