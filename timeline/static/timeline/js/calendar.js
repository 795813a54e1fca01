/**
 * Day numbers (integer Julian Day Numbers) and dates of the Julian and Gregorian
 * calendar, both proleptic, astronomical years. Years run from 1 March, so that the
 * leap day ends a year. Exact for every integer up to 2**53: nothing is multiplied
 * before its whole cycles are split off.
 */
const CYCLES = {
  gregorian: { start: 1721120, years: 400, days: 146097 },
  julian: { start: 1721118, years: 4, days: 1461 },
};
const { floor } = Math;

/** Remainder with the sign of the divisor. */
export const floorMod = (a, b) => ((a % b) + b) % b;

/** Quotient rounded down, exact where `Math.floor(a / b)` is not. */
export const floorDiv = (a, b) => (a - floorMod(a, b)) / b;

const daysBefore = (year) => 365 * year + floor(year / 4) - floor(year / 100);

/** Day number of a date; months beyond 1–12 carry over into the years. */
export function dayNumber(style, year, month = 1, day = 1) {
  const cycle = CYCLES[style];
  const months = month - 3;
  const marchYear = year + floorDiv(months, 12);
  const inCycle = floorMod(marchYear, cycle.years);
  const ofYear = floor((153 * floorMod(months, 12) + 2) / 5) + day - 1;
  const whole = floorDiv(marchYear, cycle.years) * cycle.days;
  return whole + cycle.start + daysBefore(inCycle) + ofYear;
}

/** The date of a day number: `{year, month, day}`. */
export function civilDate(style, number) {
  const cycle = CYCLES[style];
  const day = floorMod(number - cycle.start, cycle.days);
  const leaps = floor(day / 1460) - floor(day / 36524) + floor(day / 146096);
  const inCycle = floor((day - leaps) / 365);
  const ofYear = day - daysBefore(inCycle);
  const month = floor((5 * ofYear + 2) / 153);
  const year = floorDiv(number - cycle.start, cycle.days) * cycle.years + inCycle;
  return {
    year: month < 10 ? year : year + 1,
    month: month < 10 ? month + 3 : month - 9,
    day: ofYear - floor((153 * month + 2) / 5) + 1,
  };
}
