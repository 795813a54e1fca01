// Shows beside a field what it is read as while it is typed: a date in both styles, a
// quote at its place. The form gives the same answer when it is saved.

const PAUSE = 250; // milliseconds without a key before the server is asked
const WITH = {
  as_written: ["calendar", "citation", "passage"],
  edtf_written: ["calendar"],
  quoted: ["passage", "occurrence", "given_prefix", "given_suffix", "given_start"],
};
const waiting = new WeakMap();

// The start of the names in one inline row: "datings-0-" in "datings-0-as_written".
const rowOf = (name) => name.slice(0, name.lastIndexOf("-") + 1);

const fieldOf = (form, name) => form.elements.namedItem(name);

function question(input) {
  const body = new URLSearchParams();
  body.set(input.dataset.preview, input.value);
  for (const name of WITH[input.dataset.preview]) {
    const value = fieldOf(input.form, rowOf(input.name) + name)?.value;
    if (value) body.set(name, value);
  }
  body.set("csrfmiddlewaretoken", fieldOf(input.form, "csrfmiddlewaretoken").value);
  return body;
}

function show(input, lines, ok) {
  const output = input.nextElementSibling;
  output.classList.toggle("refused", !ok);
  output.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement("bdi");
      item.textContent = line;
      return item;
    }),
  );
}

async function ask(input, signal) {
  const request = { method: "POST", body: question(input), signal, redirect: "error" };
  try {
    const response = await fetch(input.dataset.address, request);
    if (!response.ok) throw new Error(response.statusText);
    const { lines, ok } = await response.json();
    show(input, lines, ok);
  } catch (error) {
    if (error.name !== "AbortError") show(input, ["No preview: the server did not answer."], false);
  }
}

function askSoon(input) {
  const last = waiting.get(input);
  clearTimeout(last?.timer);
  last?.control.abort();
  const control = new AbortController();
  const timer = setTimeout(() => ask(input, control.signal), PAUSE);
  waiting.set(input, { timer, control });
}

// The previewed fields that depend on the field that changed, itself included.
function concerned(field) {
  if (!field.form || !field.name) return [];
  if (field.dataset.preview) return [field];
  const row = rowOf(field.name);
  const name = field.name.slice(row.length);
  return [...field.form.querySelectorAll("[data-preview]")].filter(
    (input) =>
      rowOf(input.name) === row && input.value && WITH[input.dataset.preview].includes(name),
  );
}

const heard = ({ target }) => concerned(target).forEach(askSoon);

document.addEventListener("input", heard);
// Select2 announces what the editor chose through jQuery only.
window.django?.jQuery(document).on("select2:select select2:clear", heard);
