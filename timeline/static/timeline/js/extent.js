/**
 * Which stretch of the axis a dated event takes: `core` is certain, and between the
 * core and the outer ends the mark fades. Pure, in pixels.
 */
const SMALL = 10; // a shorter stretch is drawn as a dot
const DOUBT = 14; // how far an uncertain or approximate date fades beyond its bounds
const UNKNOWN = 40; // how far an unknown end fades

const clamp = (x) => Math.min(Math.max(x, -1e5), 1e5);
const middleHalf = (from, to) => [from + (to - from) / 4, to - (to - from) / 4];

/** The certain part of a stretch; a single date known only so far is somewhere within. */
function certain({ shape, firstMax, lastMin }, { from, to }, scale) {
  const start = firstMax === null ? from : scale.apply(firstMax);
  const end = lastMin === null ? to : scale.apply(lastMin + 1);
  const within = shape === "point" || shape === "one_of";
  return within || start > end ? middleHalf(from, to) : [start, end];
}

/** Both ends known. */
function closed(event, scale) {
  const from = scale.apply(event.first);
  const to = scale.apply(event.last + 1);
  const beyond = event.qualifier ? DOUBT : 0;
  if (event.first === event.last || to - from < SMALL) {
    const x = (from + to) / 2;
    return { dot: true, x, from: x - beyond, to: x + beyond, core: [x, x] };
  }
  const core = certain(event, { from, to }, scale);
  return { dot: false, from: from - beyond, to: to + beyond, core };
}

/** One end open: the bar runs to the edge. Unknown: it soon fades away. */
function halfOpen(event, scale) {
  const reach = (kind, x, edge) => (kind === "open" ? edge : x);
  if (event.first === null) {
    const to = scale.apply(event.last + 1);
    const end = Math.max(scale.apply((event.lastMin ?? event.last) + 1), to - 1e5);
    const edge = Math.min(scale.left - SMALL, end - UNKNOWN);
    const from = reach(event.firstKind, end - UNKNOWN, edge);
    return { dot: false, from, to, core: [from + Math.min(80, end - from), end] };
  }
  const from = scale.apply(event.first);
  const start = scale.apply(event.firstMax ?? event.first);
  const edge = Math.max(scale.right + SMALL, start + UNKNOWN);
  const to = reach(event.lastKind, start + UNKNOWN, edge);
  return { dot: false, from, to, core: [start, to - Math.min(80, to - start)] };
}

/** Where its label's pole stands: the middle of what can be seen of it. */
function pole({ from, to, core }, { left, right }) {
  const seen = core[1] > left && core[0] < right ? core : [from, to];
  return (Math.max(seen[0], left) + Math.min(seen[1], right)) / 2;
}

/** `{dot, x, from, to, core}` in pixels, or `null` without a day or out of sight. */
export function extent(event, scale) {
  const known = event.first !== null && event.last !== null;
  if (!known && event.first === null && event.last === null) return null;
  const found = known ? closed(event, scale) : halfOpen(event, scale);
  if (found.to < scale.left || found.from > scale.right) return null;
  const x = found.x ?? pole(found, scale);
  const [a, b] = found.core;
  return { ...found, x, from: clamp(found.from), to: clamp(found.to), core: [clamp(a), clamp(b)] };
}

/** The days to show when all is shown: from the first to the last, and some air. */
export function wholeOf(events) {
  const all = events.flatMap((event) => [event, ...event.rejected]);
  const days = all.flatMap(({ first, last }) => [first, last]).filter((day) => day !== null);
  if (!days.length) return null;
  const [first, last] = days.reduce(
    ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
    [Infinity, -Infinity],
  );
  const air = Math.max((last - first) * 0.05, last - first < 12 ? 20 : 1);
  return [first - air, last + 1 + air];
}
