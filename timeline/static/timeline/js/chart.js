/**
 * The axis as the reader handles it: lays out anew when its width, its zoom, the style or
 * the picked event changes. One tab stop; arrows go from mark to mark, + and − zoom,
 * 0 shows all.
 */
import { axis } from "./axis.js";
import { wholeOf } from "./extent.js";
import { gestures } from "./gestures.js";
import { layout } from "./layout.js";
import { draw, drawing, heightOf, liftOver } from "./marks.js";
import { scale } from "./scale.js";
import { html } from "./svg.js";
import { bounded, zoom, zoomed } from "./zoom.js";

const SIDE = 4;
const NARROW = 640;
const FEW = 12;

/** Widths of texts in the face of the labels, measured once each. */
function ruler(node) {
  const { fontFamily, fontSize } = getComputedStyle(node);
  const context = document.createElement("canvas").getContext("2d");
  const known = new Map();
  return (text, bold = false) => {
    const key = `${bold ? 600 : 400} ${text}`;
    if (!known.has(key)) {
      context.font = `${bold ? 600 : 400} ${fontSize} ${fontFamily}`;
      known.set(key, context.measureText(text).width);
    }
    return known.get(key);
  };
}

function controls(actions) {
  const button = ([sign, name, act, kind = ""]) => {
    const node = html("button", { type: "button", class: kind, "aria-label": name });
    node.append(sign);
    node.addEventListener("click", act);
    return node;
  };
  const group = { class: "seg", role: "group", "aria-label": "Zoom", id: "ui-zoom" };
  return html("div", group, ...actions.map(button));
}

const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** What the drawing leaves out, in words; nothing is dropped in silence. */
function leftOut({ outside, unnamed, gathered, over }, undated, sparse) {
  const said = [];
  if (outside > undated) said.push(`${plural(outside - undated, "event lies", "events lie")} outside this view.`);
  if (undated) said.push(`${plural(undated, "event has", "events have")} no day to draw.`);
  if (gathered) said.push(`Numbered dots stand for ${gathered} events.`);
  if (over) said.push(`${plural(over, "range lies", "ranges lie")} over others.`);
  if (unnamed && !sparse) said.push(`No room for ${plural(unnamed, "label", "labels")}: all stand in the list.`);
  return said.join(" ");
}

/** Draw `events` in `host`; returns `show(state)` with the style and the picked event. */
export function chart(host, events, state) {
  const days = wholeOf(events);
  if (!days) return null;
  const parts = drawing();
  const note = html("p", { class: "axisnote" });
  host.replaceChildren(parts.root);
  const measure = ruler(parts.root);
  const undated = events.filter(({ first, last }) => first === null && last === null).length;
  let view = zoom();
  let width = 0;
  let lanes = 1;
  let lift = 0;
  let eraRows = 0;
  let stop = null;
  let plan = null;
  let waiting = 0;
  let { style, picked } = state;

  const whole = () => scale(days, [SIDE, width - SIDE]);
  const most = (days[1] - days[0]) / 4;

  /** How it is drawn; where the axis says no year above its months or days, labels do. */
  function frameOf(shown, count) {
    const share = events.length > 8 ? 0.24 : 0.36;
    const widest = Math.min(1200 * share, Math.max(150, width * share));
    const years = !axis(shown, style, measure).above.length;
    return { scale: shown, style, picked, measure, lanes: count, widest, years, sparse: width < NARROW };
  }

  /**
   * As many lanes as the whole needs, whichever of a few events is picked, so that the
   * height stays while the reader zooms and picks.
   */
  function chooseLanes() {
    const most = width < NARROW ? 2 : window.innerHeight < 700 ? 4 : 6;
    const frame = frameOf(whole(), most);
    const picks = events.length > FEW ? [picked] : [null, ...events.map(({ id }) => id)];
    const plans = picks.map((one) => layout(events, { ...frame, picked: one }));
    const { arcs, top, eraRows: rows } = plans[0];
    eraRows = rows;
    const needed = plans.flatMap(({ labels }) => labels.map(({ lane }) => lane + 1));
    lanes = Math.max(...needed, arcs.length ? 2 : 1);
    lift = liftOver(top);
  }

  /** Lay out what the view shows. */
  function look() {
    view = bounded(view, whole(), most);
    const frame = frameOf(zoomed(whole(), view), lanes);
    plan = layout(events, frame);
    return frame;
  }

  function paint() {
    waiting = 0;
    const frame = look();
    if (!plan.marks.some(({ key }) => key === stop)) {
      const first = plan.marks.find(({ event }) => event.id === picked) ?? plan.marks[0];
      stop = first?.key ?? null;
    }
    lift = Math.max(lift, liftOver(plan.top));
    const base = heightOf(lanes, lift, eraRows);
    const ticks = axis(frame.scale, style, measure);
    const height = base + (ticks.above.length ? 48 : 31);
    parts.root.setAttribute("width", width);
    parts.root.setAttribute("height", height);
    parts.root.setAttribute("viewBox", `0 0 ${width} ${height}`);
    parts.root.setAttribute("aria-label", `Axis, ${plural(events.length, "event", "events")}. Arrow keys go from mark to mark, plus and minus zoom, 0 shows all.`);
    draw(parts, plan, ticks, { ...frame, base, lift, stop });
    note.textContent = leftOut(plan, undated, frame.sparse);
    host.closest(".band").classList.toggle("zoomed", view.k > 1);
  }
  const repaint = () => {
    waiting ||= requestAnimationFrame(paint);
  };

  const move = (next) => {
    const before = view;
    view = bounded(next, whole(), most);
    const changed = before.k !== view.k || before.shift !== view.shift;
    if (changed) repaint();
    return changed;
  };
  const pan = (pixels) => move(view.pan(pixels));
  const zoomBy = (factor, x = width / 2) => move(view.by(factor, x));
  const current = () => plan.marks.find(({ key }) => key === stop);

  /** Move the view so far that a mark stands inside it. */
  function reveal(x) {
    const edge = Math.min(60, width / 4);
    if (x < edge) pan(edge - x);
    else if (x > width - edge) pan(width - edge - x);
  }

  /** Go to the mark beside the current one; if it is out of sight, look for it there. */
  function step(by) {
    const before = view;
    do {
      const at = plan.marks.findIndex(({ key }) => key === stop);
      const next = at < 0 ? plan.marks.at(by > 0 ? 0 : -1) : plan.marks[at + by];
      if (next) return focus(next);
    } while (pan(-by * width * 0.8) && look());
    view = before;
    look();
    if (current()) focus(current());
  }
  function focus(mark) {
    stop = mark.key;
    reveal(mark.x);
    paint();
    parts.root.querySelector(`[data-key="${CSS.escape(stop)}"]`)?.focus();
  }

  const KEYS = {
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
    Home: () => focus(plan.marks[0]),
    End: () => focus(plan.marks.at(-1)),
    "+": () => zoomBy(1.5, current()?.x),
    "=": () => zoomBy(1.5, current()?.x),
    "-": () => zoomBy(1 / 1.5, current()?.x),
    "−": () => zoomBy(1 / 1.5, current()?.x),
    0: () => move(zoom()),
  };
  parts.root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  parts.root.addEventListener("focusin", ({ target }) => {
    stop = target.dataset.key;
  });
  /** A numbered dot opens into its members, as long as zooming can part them. */
  parts.root.addEventListener("click", (event) => {
    const key = event.target.closest("a")?.dataset.key;
    const mark = plan.marks.find((one) => one.key === key);
    if (!mark?.members) return;
    const xs = mark.members.map(({ x }) => x);
    const apart = Math.max(...xs) - Math.min(...xs);
    if (apart && zoomBy(Math.min(20, (width * 0.6) / apart), mark.x)) event.preventDefault();
  });
  gestures(parts.root, { pan, zoomBy });
  function resize() {
    if (host.clientWidth === width || !host.clientWidth) return;
    width = host.clientWidth;
    chooseLanes();
    paint();
  }
  new ResizeObserver(resize).observe(host);

  return {
    note,
    resize,
    controls: controls([
      ["All", "Show the whole timeline", () => move(zoom()), "whenzoomed"],
      ["←", "Earlier", () => pan(width / 3), "whenzoomed"],
      ["→", "Later", () => pan(-width / 3), "whenzoomed"],
      ["−", "Zoom out", () => zoomBy(1 / 1.5)],
      ["+", "Zoom in", () => zoomBy(1.5)],
    ]),
    show(next) {
      const other = next.picked !== picked;
      ({ style, picked } = next);
      if (!width) return;
      if (other && picked) {
        const event = events.find(({ id }) => id === picked);
        const day = event.first ?? event.last;
        if (day !== null) reveal(zoomed(whole(), view).apply(day));
      }
      paint();
    },
  };
}
