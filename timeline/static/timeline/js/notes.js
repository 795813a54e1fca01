/** On a wide screen, puts each note beside the passage that holds its marker. */

const GAP = 28;

/** The place of each note under the one before, or lower, level with its marker. */
export function stack(notes, gap = GAP) {
  let free = 0;
  return notes.map(({ height, wanted }) => {
    const top = Math.max(free, wanted);
    free = top + height + gap;
    return top;
  });
}

/** Align the notes with their markers, where the style sheet puts them beside the text. */
export function alignNotes(text, notes) {
  const items = [...notes.querySelectorAll(".note")];
  for (const item of items) item.style.removeProperty("margin-block-start");
  if (!getComputedStyle(notes).getPropertyValue("--beside")) return;
  const origin = items[0]?.getBoundingClientRect().top;
  const places = items.map((item) => {
    const marker = text.querySelector(`a.fn[href="#${CSS.escape(item.id)}"]`);
    const line = marker?.closest(".passage") ?? marker;
    const wanted = line ? line.getBoundingClientRect().top - origin : 0;
    return { height: item.offsetHeight, wanted };
  });
  let free = 0;
  stack(places).forEach((top, i) => {
    items[i].style.setProperty("margin-block-start", `${Math.round(top - free)}px`);
    free = top + places[i].height;
  });
}
