// One key for each decision. The keys press the page's own buttons and links, so that
// they can do nothing that a form cannot. They can be switched off, and rest while
// somebody types.

const TURNED_OFF = "desk-keys-off";
const FIELDS = { c: "#ui-instead", t: "#ui-title", f: "#ui-search" };
const BUTTONS = { a: "new", n: "refused", l: "later", o: "open" };
const LINKS = { j: "next", k: "prev" };

const find = (selector) => document.querySelector(selector);
const button = (decision) => find(`#ui-decide button[value="${decision}"]`);

const isTyping = (target) =>
  target instanceof Element &&
  target.closest("input:not([type=radio]), textarea, select") !== null;

const enter = (field) => {
  field?.focus();
  field?.select?.();
};

const acceptExisting = () => {
  const event = find("#ui-event");
  if (event?.value) button("existing")?.click();
  else event?.focus();
};

const choose = (number) => {
  const reading = find(`#ui-decide input[name=reading][value="${number}"]`);
  if (reading) reading.checked = true;
};

const press = (key) => {
  if (key in BUTTONS) button(BUTTONS[key])?.click();
  else if (key in LINKS) find(`.queue a[rel=${LINKS[key]}]`)?.click();
  else if (key in FIELDS) enter(find(FIELDS[key]));
  else if (key === "e") acceptExisting();
  else if (/^[1-9]$/.test(key)) choose(key);
  else return false;
  return true;
};

const isOff = () => localStorage.getItem(TURNED_OFF) === "yes";

const onKey = (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.key === "Escape") document.activeElement?.blur();
  else if (!isOff() && !isTyping(event.target) && press(event.key)) event.preventDefault();
};

const showSwitch = (toggle) => {
  toggle.hidden = false;
  toggle.setAttribute("aria-pressed", String(!isOff()));
  toggle.addEventListener("click", () => {
    localStorage.setItem(TURNED_OFF, isOff() ? "no" : "yes");
    toggle.setAttribute("aria-pressed", String(!isOff()));
  });
};

// On a wide screen the text scrolls by itself, beside the queue.
const showDate = () => {
  const text = find(".workplace .text");
  const date = find(".date[aria-current]");
  if (!text || !date || text.scrollHeight <= text.clientHeight) return;
  const offset = date.getBoundingClientRect().top - text.getBoundingClientRect().top;
  text.scrollTop += offset - text.clientHeight / 3;
};

const toggle = find("#ui-keys");
if (toggle) showSwitch(toggle);
document.addEventListener("keydown", onKey);
showDate();
