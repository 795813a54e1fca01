/**
 * Draws a layout: each mark is a link to the words its date rests on. A dot for a day, a
 * bar for a range, faded ends for what is open, unknown or in doubt, a hollow mark for
 * what was only scheduled, a dashed one on a dashed arc for a rejected reading, a
 * numbered dot for several, a band behind them for an era. Geometry is in attributes,
 * everything else in the style sheet.
 */
import { keyed, svg } from "./svg.js";

const STEP = 18; // from lane to lane
const AIR = 15; // from the highest mark to the lowest label
const ERA = 24; // from the name of an era to the next, above the labels

/** How high the lowest lane stands over marks that reach up to `top`. */
export const liftOver = (top) => Math.max(26, top + AIR);

/** How many pixels are needed above the line. */
export const heightOf = (lanes, lift, eraRows) => eraRows * ERA + lift + STEP * (lanes - 1) + 16;

const tick = (base, length, kind) => (x) =>
  svg("line", { class: `tick ${kind}`, x1: x, x2: x, y1: base, y2: base + length });
const word = (kind, y) => ({ text, x }) => {
  const node = svg("text", { class: kind, x, y });
  node.textContent = text;
  return node;
};

function drawGround(parent, { major, minor, labels, above }, { left, right }, base) {
  parent.replaceChildren(
    svg("line", { class: "base", x1: left, x2: right, y1: base, y2: base }),
    ...minor.map(tick(base, 4, "minor")),
    ...major.map(tick(base, 9, "major")),
    ...labels.map(word("unit", base + 24)),
    ...above.map(word("above", base + 41)),
  );
}

/** The arc from a rejected reading to the mark of the reading that is followed. */
function arc({ x, accepted, event }, base) {
  const bow = Math.min(60, Math.abs(accepted - x) / 2) * Math.sign(accepted - x);
  const from = `M${x.toFixed(1)},${base - 9}`;
  const over = `C${(x + bow).toFixed(1)},${base - 46} ${(accepted - bow).toFixed(1)},${base - 46}`;
  const d = `${from} ${over} ${(accepted - Math.sign(bow) * 6).toFixed(1)},${base - 9}`;
  return svg("path", { class: "arc", d, "data-of": event.id });
}

const top = (label, { base, lift }) => base - lift - STEP * label.lane;

const pole = (label, frame) =>
  svg("line", {
    class: label.on ? "pole on" : "pole",
    x1: label.x,
    x2: label.x,
    y1: top(label, frame) - 11,
    y2: frame.base - 8 - label.mark.rise,
  });

function labelText(label, frame) {
  const day = svg("tspan", { class: "day" });
  day.textContent = label.day;
  const kind = `label${label.on ? " on" : ""}${label.mark.reading ? " rejected" : ""}`;
  const text = svg("text", { class: kind, x: label.from, y: top(label, frame) }, day);
  text.append(` ${label.text}`);
  return text;
}

const rect = (kind, from, to, y, { thick = 9, ...more }) =>
  svg("rect", { class: kind, x: from, y: y - thick / 2, width: Math.max(0, to - from), height: thick, ...more });
const FADE_IN = { fill: "url(#ui-fade-in)" };
const FADE_OUT = { fill: "url(#ui-fade-out)" };

/** A bar: its certain part, and on each side what fades. */
function bar({ from, to, core, hollow, thick }, y) {
  const [start, end] = core;
  const round = (edge) => (edge === from || edge === to ? thick / 2 : 0);
  const parts = [];
  if (start - from > 0.5) parts.push(rect("fade", from, start, y, { thick, ...FADE_IN }));
  if (to - end > 0.5) parts.push(rect("fade", end, to, y, { thick, ...FADE_OUT }));
  const rx = Math.min(round(start), round(end), (end - start) / 2);
  return [...parts, rect(hollow ? "bar hollow" : "bar", start, end, y, { thick, rx })];
}

/** An era from the line up to its name: outside its certain part it is fainter. */
function era({ left, right, core, text, at, level }, base) {
  const [start, end] = [Math.max(core[0], left), Math.min(core[1], right)];
  const y = level * ERA + 0.5;
  const band = (kind, from, to) =>
    svg("rect", { class: kind, x: from, y, width: Math.max(0, to - from), height: base - y });
  const name = word("eraname", y + 15.5)({ text, x: at });
  return [band("era doubt", left, right), band("era", start, end), name];
}

/** A dot; in doubt, with a fade to both sides. */
function dot({ x, from, to, hollow, reading }, y, on) {
  const kind = reading ? "dashed" : hollow ? "ring" : "dot";
  const parts = [svg("circle", { class: kind, cx: x, cy: y, r: reading ? 4.5 : on ? 6 : 5 })];
  if (to > from) {
    parts.unshift(rect("fade", from, x, y, FADE_IN));
    parts.unshift(rect("fade", x, to, y, FADE_OUT));
  }
  return parts;
}

/** One numbered dot for several events. */
function numbered({ x, members }, y) {
  const text = word("count", y + 3.5)({ text: members.length, x });
  return [svg("circle", { class: "many", cx: x, cy: y, r: 10 }), text];
}

function describe({ members, reading, event }, style) {
  if (members) return `${members.length} events close together, from ${event.long[style]}`;
  const day = (reading ?? event).long[style];
  return reading ? `${day}, rejected: ${reading.label}` : `${day}: ${event.title}`;
}

function shapeOf(mark, y, on, base) {
  if (mark.era) return era(mark, base);
  if (mark.members) return numbered(mark, y);
  return mark.dot ? dot(mark, y, on) : bar(mark, y);
}

function link(mark, label, frame) {
  const { base, style, picked, stop } = frame;
  const y = base - mark.rise;
  const on = mark.members
    ? mark.members.some(({ event }) => event.id === picked)
    : mark.event.id === picked;
  const shape = shapeOf(mark, y, on, base);
  const from = mark.dot ? mark.x : Math.max(0, mark.from);
  const wide = mark.dot ? 12 : 0;
  const to = mark.dot ? mark.x : mark.to;
  const across = { x: from - wide, y: y - 12, width: Math.max(0, to - from + 2 * wide), height: 24 };
  const named = { x: mark.left, y: mark.level * ERA, width: mark.right - mark.left, height: ERA };
  const hit = mark.era ? named : across;
  return {
    attributes: {
      class: on ? "mark on" : "mark",
      href: mark.members ? `#${mark.event.id}` : (mark.reading ?? mark.event).href,
      "aria-label": describe(mark, style),
      "aria-current": on && !mark.members && !mark.reading ? "true" : null,
      tabindex: mark.key === stop ? 0 : -1,
    },
    children: [
      ...(mark.era ? shape : []),
      svg("rect", { class: "hit", ...hit }),
      ...(mark.era ? [] : shape),
      ...(label ? [labelText(label, frame)] : []),
    ],
  };
}

const gradient = (id, from, to) => {
  const stop = (offset, opacity) =>
    svg("stop", { class: "stop", offset, "stop-opacity": opacity });
  return svg("linearGradient", { id }, stop(0, from), stop(1, to));
};

/** An empty drawing: its layers in the order they lie. */
export function drawing() {
  const layer = (kind) => svg("g", { class: kind, "aria-hidden": "true" });
  const layers = { ground: layer("ground"), wires: layer("wires") };
  const links = { eras: svg("g"), bars: svg("g"), dots: svg("g") };
  const { eras, bars, dots } = links;
  const fades = [gradient("ui-fade-in", 0, 1), gradient("ui-fade-out", 1, 0)];
  const all = [eras, ...Object.values(layers), bars, dots];
  const root = svg("svg", { class: "axis", role: "group" }, svg("defs", {}, ...fades), ...all);
  return { root, ...layers, ...links };
}

/** Draw everything anew; links that stay keep their focus. */
export function draw(parts, plan, ticks, frame) {
  const { base } = frame;
  const labels = new Map(plan.labels.map((label) => [label.mark.key, label]));
  const one = (mark) => link(mark, labels.get(mark.key), frame);
  drawGround(parts.ground, ticks, frame.scale, base);
  parts.wires.replaceChildren(
    ...plan.arcs.map((mark) => arc(mark, base)),
    ...plan.labels.map((label) => pole(label, frame)),
  );
  keyed(parts.eras, plan.eras, one);
  keyed(parts.bars, plan.marks.filter((mark) => !mark.dot && !mark.era), one);
  keyed(parts.dots, plan.marks.filter((mark) => mark.dot), one);
}
