/**
 * From events and a scale to everything that is drawn, as plain values: marks, arcs of
 * rejected readings, labels, and how many are not drawn. Pure.
 */
import { gatherDots, trackBars } from "./crowd.js";
import { extent } from "./extent.js";
import { placeLabels } from "./lanes.js";

const MANY = 12; // beyond so many rejected readings only those of the picked event show
const TRACKS = 6; // bars above each other
const CLIMB = 11; // from a dot to the one above it
const BOLD = { pitch: 11, thick: 9 };
const FINE = { pitch: 6, thick: 4 };
const ERAS = 3; // names of eras below each other
const INSET = 5; // from the edge of an era to its name
const NAME = 24; // a name needs so much room

/** The text, or as many of its words as fit, with an ellipsis. */
export function fit(text, width, measure) {
  if (measure(text) <= width) return text;
  const words = text.split(" ");
  while (words.length > 1 && measure(`${words.join(" ")}…`) > width) words.pop();
  let short = words.join(" ").replace(/[,;:.]$/, "");
  while (short.length > 1 && measure(`${short}…`) > width) short = short.slice(0, -1);
  return `${short}…`;
}

const hollow = (event) => event.status !== "occurred";

/** Where the middle of an event lies, in sight or not. */
function middle({ first, last }, scale) {
  const x = scale.apply(((first ?? last) + (last ?? first) + 1) / 2);
  return Math.min(Math.max(x, -1e4), 1e4);
}

/** The marks of the events in sight, and of the readings that were rejected. */
function seen(events, { scale, picked }) {
  const rejections = events.reduce((sum, event) => sum + event.rejected.length, 0);
  const found = [];
  for (const event of events) {
    const place = extent(event, scale);
    const era = Boolean(event.era) && !place?.dot;
    if (place) found.push({ ...place, event, era, key: event.id, hollow: hollow(event) });
    if (rejections > MANY && event.id !== picked) continue;
    const accepted = place?.x ?? middle(event, scale);
    for (const reading of event.rejected) {
      const at = extent({ ...event, ...reading, qualifier: "" }, scale);
      if (at) found.push({ ...at, dot: true, event, reading, key: reading.key, accepted });
    }
  }
  return found;
}

const asDot = ({ x, members, level }) =>
  members.length === 1
    ? { ...members[0], rise: level * CLIMB, top: level * CLIMB + 5 }
    : { x, rise: level * CLIMB, top: level * CLIMB + 10, dot: true, members, key: `many-${members[0].key}`, event: members[0].event };

/** Bars on their tracks; many tracks make them fine, and too many lie over one another. */
function barsOf(found) {
  const bars = found.filter(({ dot, era }) => !dot && !era);
  const levels = trackBars(bars, bars.length);
  const { pitch, thick } = Math.max(...levels) < 2 ? BOLD : FINE;
  return bars.map((bar, i) => {
    const level = Math.min(levels[i], TRACKS - 1);
    return { ...bar, over: levels[i] > level, rise: level * pitch, thick, top: level * pitch + thick / 2 };
  });
}

/**
 * Eras are bands behind the others, each with its name where its certain part in sight
 * begins, or where the whole does when that leaves no room.
 * A band that begins further down comes later: the one above would cover its name.
 */
function erasOf(found, { scale, picked, measure }) {
  const bands = found.filter(({ era }) => era);
  const levels = trackBars(bands, bands.length);
  const eras = bands.map((band, i) => {
    const left = Math.max(band.from, scale.left);
    const right = Math.min(band.to, scale.right);
    const on = band.event.id === picked;
    const roomFrom = (x) => right - x - 2 * INSET;
    const sure = Math.max(left, band.core[0]);
    const start = roomFrom(sure) >= NAME ? sure : left;
    const room = roomFrom(start);
    const named = levels[i] < ERAS && room >= NAME;
    const text = named ? fit(band.event.title, room, (words) => measure(words, on)) : "";
    const level = Math.min(levels[i], ERAS - 1);
    return { ...band, left, right, level, text, at: start + INSET, rise: 0, top: 0 };
  });
  return eras.sort((a, b) => a.level - b.level);
}

/** What a label says, and how much room it takes. */
function labelOf(mark, { style, picked, measure, widest, years }) {
  const on = mark.event.id === picked;
  const shown = mark.reading ?? mark.event;
  const day = (years ? shown.long : shown.short)[style];
  const width = (text) => measure(text, on);
  const said = mark.reading ? `· ${shown.label}` : shown.title;
  const text = fit(said, widest - width(`${day} `), width);
  const rank = on ? 1e9 : mark.reading ? -1e9 : mark.event.importance;
  return { mark, on, day, text, x: mark.x, rank, width: width(`${day} ${text}`) };
}

/** Marks, arcs, labels, and the counts of what could not be shown. */
export function layout(events, frame) {
  const { scale, picked, lanes, sparse } = frame;
  const found = seen(events, frame);
  const bars = barsOf(found);
  const dots = gatherDots(found.filter(({ dot }) => dot), scale.apply(0)).map(asDot);
  const eras = erasOf(found, frame);
  const marks = [...bars, ...dots, ...eras];
  marks.sort((a, b) => a.x - b.x);
  const arcs = dots.filter(({ reading }) => reading);
  const single = [...bars, ...dots].filter(({ members }) => !members).sort((a, b) => a.x - b.x);
  const isPicked = ({ event, reading }) => event.id === picked && !reading;
  const hidden = dots.flatMap(({ members = [], x, key, rise }) =>
    members.filter(isPicked).map((mark) => ({ ...mark, x, key, rise })),
  );
  const named = [...single, ...hidden].filter(({ event }) => !sparse || event.id === picked);
  const labels = named.map((mark) => labelOf(mark, frame));
  const arches = arcs.map(({ x, accepted }) => [Math.min(x, accepted), Math.max(x, accepted)]);
  const places = placeLabels(labels, { left: scale.left, right: scale.right, lanes, arches });
  const said = eras.filter(({ text }) => text).length;
  const drawn = new Set(found.filter(({ reading }) => !reading).map(({ event }) => event.id));
  return {
    marks,
    eras,
    arcs,
    labels: labels.map((label, i) => ({ ...label, ...places[i] })).filter((_, i) => places[i]),
    outside: events.length - drawn.size,
    unnamed: drawn.size - said - labels.filter(({ mark }, i) => places[i] && !mark.reading).length,
    eraRows: eras.reduce((rows, { level }) => Math.max(rows, level + 1), 0),
    over: bars.filter(({ over }) => over).length,
    top: Math.max(0, ...marks.map(({ top }) => top)),
    gathered: dots.reduce((sum, { members }) => sum + (members?.length ?? 0), 0),
  };
}
