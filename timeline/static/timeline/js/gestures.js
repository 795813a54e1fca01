/**
 * Pointers and wheels on the axis: drag to move, pinch or ctrl and wheel to zoom. A press
 * that moved is not a pick. Plain wheels and vertical strokes stay with the page.
 */
const SLACK = 4;

const middle = (points) => points.reduce((sum, { x }) => sum + x, 0) / points.length;
const spread = ([a, b]) => (b ? Math.hypot(a.x - b.x, a.y - b.y) : 0);

/** Tell `pan(pixels)` and `zoomBy(factor, x)` what the reader's hands do on `node`. */
export function gestures(node, { pan, zoomBy }) {
  const pressed = new Map();
  let moved = 0;
  const local = (event) => ({
    x: event.clientX - node.getBoundingClientRect().left,
    y: event.clientY,
  });

  node.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (!pressed.size) moved = 0;
    pressed.set(event.pointerId, local(event));
  });
  window.addEventListener("pointermove", (event) => {
    if (!pressed.has(event.pointerId)) return;
    const before = [...pressed.values()];
    pressed.set(event.pointerId, local(event));
    const after = [...pressed.values()];
    const way = middle(after) - middle(before);
    moved += Math.abs(way);
    if (moved > SLACK) pan(way);
    if (after.length > 1) {
      moved = Infinity;
      zoomBy(spread(after) / Math.max(1, spread(before)), middle(after));
    }
  });
  for (const name of ["pointerup", "pointercancel"]) {
    window.addEventListener(name, (event) => pressed.delete(event.pointerId));
  }
  node.addEventListener("dragstart", (event) => event.preventDefault());
  node.addEventListener(
    "click",
    (event) => {
      if (moved > SLACK && event.detail) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    true,
  );
  node.addEventListener(
    "wheel",
    (event) => {
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (event.ctrlKey || event.metaKey) zoomBy(1.002 ** -event.deltaY, local(event).x);
      else if (!sideways || !pan(-sideways)) return;
      event.preventDefault();
    },
    { passive: false },
  );
}
