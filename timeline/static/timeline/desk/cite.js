// "Cite this": words selected with the mouse, or with the arrow keys once `s` was
// pressed. The link then leads to the form with the passage and the place of the words.

import { placeIn } from "./offsets.js";

const link = document.querySelector("#ui-cite");
const said = document.querySelector("#ui-cite-said");
const text = document.querySelector(".workplace .text");
let isSelecting = false;

const wordsOf = (node) =>
  (node instanceof Element ? node : node.parentElement)?.closest(".words") ?? null;

const selectedRange = () => {
  const selection = getSelection();
  return selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
};

const tell = (words) => {
  if (said.textContent !== words) said.textContent = words;
};

const onSelection = () => {
  const range = selectedRange();
  const first = range && wordsOf(range.startContainer);
  if (!first) return;
  if (first !== wordsOf(range.endContainer)) {
    tell("The words run over two passages: cite each passage by itself.");
    return;
  }
  const { start, end } = placeIn(first, range);
  const passage = first.closest(".passage").id;
  link.search = new URLSearchParams({ passage, start, end });
  tell(`Selected in ${passage}: ${range.toString()}`);
};

const beginSelecting = () => {
  const date = document.querySelector(".date[aria-current]");
  const words = date ?? text.querySelector(".words");
  if (!words) return;
  isSelecting = true;
  text.focus({ preventScroll: true });
  getSelection().collapse(words, 0);
  getSelection().modify("extend", "forward", "word");
};

const STEPS = {
  ArrowRight: ["forward", "word"],
  ArrowLeft: ["backward", "word"],
  ArrowDown: ["forward", "line"],
  ArrowUp: ["backward", "line"],
};

// Without shift the next word is selected; with it the selection grows or shrinks, by a
// character where control is held too.
const step = (event) => {
  const [direction, unit] = STEPS[event.key];
  const selection = getSelection();
  if (event.shiftKey) {
    selection.modify("extend", direction, event.ctrlKey ? "character" : unit);
    return;
  }
  if (direction === "forward") selection.collapseToEnd();
  else selection.collapseToStart();
  if (unit !== "word") selection.modify("move", direction, unit);
  selection.modify("extend", direction, "word");
};

const isTyping = (target) =>
  target instanceof Element && target.closest("input, textarea, select, button") !== null;

const onKey = (event) => {
  if (isTyping(event.target) || event.altKey || event.metaKey) return;
  const areKeysOn = document.querySelector("#ui-keys")?.getAttribute("aria-pressed");
  if (event.key === "s" && !event.ctrlKey && areKeysOn !== "false") beginSelecting();
  else if (!isSelecting) return;
  else if (event.key in STEPS) step(event);
  else if (event.key === "Enter" && event.target === text) link.click();
  else if (event.key === "Escape") isSelecting = false;
  else return;
  event.preventDefault();
};

if (link && text) {
  document.addEventListener("selectionchange", onSelection);
  // The browser tells of a selection late: what is selected now is read once more.
  link.addEventListener("click", onSelection);
  document.addEventListener("keydown", onKey);
}
