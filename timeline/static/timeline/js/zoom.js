/**
 * How far the axis is zoomed and moved: an immutable value on pixels, apart from the
 * keys, wheels and fingers that change it (`gestures.js`).
 */
import { scale } from "./scale.js";

/** `x` becomes `x * k + shift`. */
export function zoom(k = 1, shift = 0) {
  return Object.freeze({
    k,
    shift,
    apply: (x) => x * k + shift,
    invert: (x) => (x - shift) / k,
    pan: (pixels) => zoom(k, shift + pixels),
    by: (factor, x) => zoom(k * factor, x - (x - shift) * factor),
  });
}

/** The nearest zoom that shows nothing beyond the whole, and at most `most` times it. */
export function bounded(view, { left, right }, most) {
  const k = Math.min(Math.max(view.k, 1), Math.max(most, 1));
  const middle = (left + right) / 2;
  const { shift } = k === view.k ? view : view.by(k / view.k, middle);
  return zoom(k, Math.min(left - left * k, Math.max(right - right * k, shift)));
}

/** The scale that a zoomed axis shows between the same edges. */
export function zoomed(whole, view) {
  const { left, right } = whole;
  const day = (x) => whole.invert(view.invert(x));
  return scale([day(left), day(right)], [left, right]);
}
