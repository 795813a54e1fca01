/**
 * The ticks and labels of the axis, from days to millions of years, in the months and
 * years of either style. Pure: `measure` says how wide a text is.
 */
import { civilDate, dayNumber, floorDiv, floorMod } from "./calendar.js";

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
const SHORT = "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split(" ");
const GAP = 10;

const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

/** A year in words: astronomical 0 is 1 BC; in steps of 10,000 years also millions. */
export function wordYear(year, step = 1) {
  const count = year > 0 ? year : 1 - year;
  const era = year > 0 ? "" : " BC";
  if (count >= 1e6 && step >= 1e4) return `${count / 1e6} million${era}`;
  return (count < 10000 ? count : grouped(count)) + era;
}

/** The n-th year of a step; BC and AD count from 1, so the year 1 takes the place of 0. */
const yearAt = (n, step) => (step === 1 || n > 0 ? n * step : 1 + n * step);

const monthLevel = (step) => ({
  days: 28 * step + (step > 1 ? 2 * step : 0),
  index: (style, day) => {
    const { year, month } = civilDate(style, day);
    return floorDiv(year * 12 + month - 1, step);
  },
  start: (style, n) => dayNumber(style, 0, n * step + 1),
});

const DAY = {
  days: 1,
  index: (style, day) => day,
  start: (style, n) => n,
  forms: [(style, day) => String(civilDate(style, day).day)],
  widest: ["30"],
  gap: 12,
  between: true,
  above: monthLevel(1),
  aboveText: (style, day) => {
    const { year, month } = civilDate(style, day);
    return `${MONTHS[month - 1]} ${wordYear(year)}`;
  },
};
const WEEK = {
  ...DAY,
  days: 7,
  gap: 50,
  index: (style, day) => {
    const date = civilDate(style, day);
    return 4 * (date.year * 12 + date.month) + Math.min(3, Math.floor((date.day - 1) / 7));
  },
  start: (style, n) => dayNumber(style, 0, floorDiv(n, 4), 1 + 7 * floorMod(n, 4)),
  between: false,
};
const yearLevel = (step) => ({
  step,
  days: 365 * step - 1,
  index: (style, day) => {
    const { year } = civilDate(style, day);
    let n = floorDiv(year, step) - 1;
    while (yearAt(n + 1, step) <= year) n += 1;
    return n;
  },
  start: (style, n) => dayNumber(style, yearAt(n, step)),
  forms: [(style, day) => wordYear(civilDate(style, day).year, step)],
  between: step === 1,
});
const YEAR = yearLevel(1);
const named = (names) => (style, day) => names[civilDate(style, day).month - 1];
const MONTH = {
  ...monthLevel(1),
  forms: [named(MONTHS), named(SHORT), named(MONTHS.map((name) => name[0]))],
  widest: ["September", "Sept", "M "],
  between: true,
  above: YEAR,
  aboveText: YEAR.forms[0],
};
const QUARTER = {
  ...MONTH,
  ...monthLevel(3),
  forms: [named(MONTHS), named(SHORT)],
  widest: ["October", "Sept"],
  between: false,
};
const YEARS = Array.from({ length: 40 }, (_, i) =>
  yearLevel([1, 2, 5][i % 3] * 10 ** Math.floor(i / 3)),
);
const LEVELS = [DAY, WEEK, MONTH, QUARTER, ...YEARS];

/** The starts of a level from the one at or before the first day shown to the last. */
function starts(level, style, { first, last }) {
  const found = [];
  for (let n = level.index(style, Math.floor(first)); ; n += 1) {
    const day = level.start(style, n);
    found.push(day);
    if (day > last) return found;
  }
}

/** The longest form of a level's labels that leaves a gap, or -1. */
function fittingForm(level, style, { first, last, perDay }, measure) {
  const ends = [Math.floor(first), Math.ceil(last)].map((day) => level.forms[0](style, day));
  const widest = level.widest ?? [ends.sort((a, b) => measure(b) - measure(a))[0]];
  return widest.findIndex((text) => measure(text) + (level.gap ?? GAP) <= level.days * perDay);
}

/** Labels under their stretch, or under their tick; none touches an edge or another. */
function place(level, days, scale, text, measure) {
  const labels = [];
  let free = -Infinity;
  for (const [i, day] of days.slice(0, -1).entries()) {
    const from = Math.max(scale.left, scale.apply(day));
    const to = Math.min(scale.right, scale.apply(days[i + 1]));
    const x = level.between ? (from + to) / 2 : scale.apply(day);
    const half = measure(text(day)) / 2;
    const inside = level.between
      ? to - from >= 2 * half + GAP / 2
      : x - half >= scale.left && x + half <= scale.right;
    if (inside && x - half >= free) {
      labels.push({ text: text(day), x });
      free = x + half + GAP / 2;
    }
  }
  return labels;
}

/** The year over months, the month over days: at its start, or at the left edge. */
function placeAbove(level, style, scale, measure) {
  if (!level.above) return [];
  const labels = [];
  for (const day of starts(level.above, style, scale).reverse()) {
    const text = level.aboveText(style, day);
    const x = Math.max(scale.left, scale.apply(day));
    const end = x + measure(text);
    const limit = labels.length ? labels[0].x - GAP : scale.right;
    if (end <= limit) labels.unshift({ text, x });
  }
  return labels;
}

/** What the axis shows: `major` and `minor` tick places, `labels`, and `above`; all may be empty. */
export function axis(scale, style, measure) {
  const at = LEVELS.findIndex((level) => fittingForm(level, style, scale, measure) >= 0);
  const level = LEVELS[at];
  if (!level) return { major: [], minor: [], labels: [], above: [] };
  const form = level.forms[fittingForm(level, style, scale, measure)];
  const days = starts(level, style, scale);
  const divides = (one) => !one.step || level.step % one.step === 0;
  const roomy = (one) => one.days * scale.perDay >= 7;
  const fine = LEVELS.slice(0, at).find((one) => divides(one) && roomy(one));
  const shown = (all) =>
    all.map(scale.apply).filter((x) => x >= scale.left && x <= scale.right);
  return {
    major: shown(days),
    minor: fine ? shown(starts(fine, style, scale)) : [],
    labels: place(level, days, scale, (day) => form(style, day), measure),
    above: placeAbove(level, style, scale, measure),
  };
}
