// Gives the boxes that Select2 draws the name of the field they stand for: without one a
// screen reader says “combo box” and no more.

const BOX = ".select2-container";

// The label of the select that a drawn box belongs to.
function labelOf(box) {
  const select = box.previousElementSibling;
  if (!(select instanceof HTMLSelectElement)) return null;
  const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
  if (label && !label.id) label.id = `${select.id}_label`;
  return label;
}

function name(box) {
  const label = labelOf(box);
  if (!label) return;
  const shown = box.querySelector(".select2-selection__rendered");
  const field = box.querySelector(".select2-search__field");
  const combobox = box.querySelector("[role=combobox]");
  combobox?.setAttribute("aria-labelledby", [label.id, shown?.id].filter(Boolean).join(" "));
  if (shown?.id) combobox?.setAttribute("aria-controls", shown.id.replace(/container$/, "results"));
  if (shown?.getAttribute("role") === "textbox") shown.setAttribute("aria-labelledby", label.id);
  field?.setAttribute("aria-labelledby", label.id);
}

// The box for typing that opens under a select.
function nameOpened(field) {
  if (!field.hasAttribute("aria-labelledby")) field.setAttribute("aria-label", "Search");
}

function look(root) {
  const boxes = [...root.querySelectorAll(BOX), ...(root.matches(BOX) ? [root] : [])];
  boxes.forEach(name);
  root.querySelectorAll(".select2-search__field").forEach(nameOpened);
}

const changed = (records) =>
  records
    .flatMap((record) => [...record.addedNodes])
    .filter((node) => node instanceof Element)
    .forEach(look);

new MutationObserver(changed).observe(document.body, { childList: true, subtree: true });
look(document.body);
