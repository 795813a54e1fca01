/**
 * The reading page: one picked event lights up on the axis, in the list and in the text.
 * The address holds the state, `#c-<citation>` and `?style=…&text=…`, so that links,
 * reloading and the back button work.
 */
import { chart } from "./chart.js";
import { readEvents } from "./events.js";
import { alignNotes } from "./notes.js";
import { bring, fetchPart, light, linkTo, prepareCorrections, wordsOf } from "./passage.js";
import { html } from "./svg.js";

const $ = (id) => document.getElementById(id);
const dated = readEvents($("ui-events"));
const events = [...dated, ...readEvents($("ui-undated"))];
const query = new URLSearchParams(location.search);
const status = html("p", { class: "unseen", role: "status" });
let picked = null;
let style = "gregorian";
let axis = null;

/** The fragment of the address; one that is not well written names nothing. */
function hash() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}
const byCitation = (key) => events.find(({ citations }) => citations.includes(key));

function showPick() {
  for (const event of events) {
    event.item.classList.toggle("on", event === picked);
    if (event === picked) event.pick?.setAttribute("aria-current", "true");
    else event.pick?.removeAttribute("aria-current");
  }
  light(picked?.citations ?? []);
  axis?.show({ style, picked: picked?.id ?? null });
  status.textContent = picked ? `Picked: ${picked.said}` : "";
}

/** Where the list has a scroll bar of its own, its picked entry comes into sight. */
function bringItem() {
  const panel = picked?.item.closest(".list");
  if (!panel || panel.scrollHeight <= panel.clientHeight) return;
  const [item, frame] = [picked.item, panel].map((node) => node.getBoundingClientRect());
  if (item.top < frame.top) panel.scrollTop -= frame.top - item.top;
  else if (item.bottom > frame.bottom) panel.scrollTop += item.bottom - frame.bottom;
}

/** Follow the address: pick what it names, and bring its words into sight. */
async function follow(event) {
  const [, key] = hash().match(/^c-(.+)$/) ?? [];
  picked = (key ? byCitation(key) : events.find(({ id }) => id === hash())) ?? null;
  if (key && picked && !wordsOf(key)) {
    const shown = await fetchPart(key, (one) => byCitation(one)?.id).catch(() => false);
    if (hash() !== `c-${key}`) return; // another pick came in between
    if (!shown && event && linkTo(key)) return location.assign(linkTo(key).href);
    settle();
  }
  showPick();
  bringWords(event ? "auto" : "instant");
  bringItem();
}

function bringWords(behavior) {
  const [, key] = hash().match(/^c-(.+)$/) ?? [];
  if (key && wordsOf(key)) bring(wordsOf(key), behavior);
}

/** The browser goes to the fragment once all is loaded; the band is in its way by then. */
function settled() {
  requestAnimationFrame(() => {
    bringWords("instant");
    document.documentElement.classList.add("settled");
  });
}

/** A date in the text picks its event; picked already, it leads to the list. */
function pickInText(event) {
  const stretch = event.target.closest?.("a[data-citations]");
  if (!stretch || stretch.classList.contains("on") || event.ctrlKey || event.metaKey) return;
  const keys = stretch.dataset.citations.split(" ");
  const key = [stretch.id.replace(/^c-/, ""), ...keys].find(byCitation);
  if (!key) return;
  event.preventDefault();
  history.pushState(null, "", `#c-${key}`);
  follow(event);
}

/** Words of this list or axis that stand in another document are read here all the same. */
function pickElsewhere(event) {
  const link = event.target.closest?.(".list a, a.mark");
  const [, key] = link?.getAttribute("href").match(/\/citations\/([^/]+)\/$/) ?? [];
  if (!key || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
  event.preventDefault();
  history.pushState(null, "", `#c-${key}`);
  follow(event);
}

function clear(event) {
  if (event.key !== "Escape" || !picked) return;
  history.pushState(null, "", location.pathname + location.search);
  follow(event);
}

function remember(name, value) {
  query.set(name, value);
  history.replaceState(null, "", `?${query}${location.hash}`);
}

/** A group of buttons of which one is pressed; `act` gets the value now and at each press. */
function choice(group, name, act) {
  const buttons = [...group.querySelectorAll("button")];
  const press = (value) => {
    for (const one of buttons) one.setAttribute("aria-pressed", String(one.dataset[name] === value));
    act(value);
  };
  group.addEventListener("click", ({ target }) => {
    const value = target.closest("button")?.dataset[name];
    if (!value) return;
    remember(name, value);
    press(value);
  });
  const offered = buttons.find((one) => one.dataset[name] === query.get(name));
  const preset = buttons.find((one) => one.getAttribute("aria-pressed") === "true");
  press((offered ?? preset ?? buttons[0]).dataset[name]);
  group.hidden = false;
}

/** After the text or the width has changed. */
function settle() {
  const [text, notes] = [$("ui-text"), document.querySelector(".notes")];
  prepareCorrections();
  const group = $("ui-reading");
  if (group?.hidden) choice(group, "text", (value) => {
    $("ui-main").classList.toggle("corrected", value === "corrected");
    if (text && notes) alignNotes(text, notes);
  });
  const band = $("ui-band");
  const sticky = band && getComputedStyle(band).position === "sticky";
  const root = document.documentElement;
  root.style.setProperty("--band", `${sticky ? band.offsetHeight : 0}px`);
  if (text && notes) alignNotes(text, notes);
}

function start() {
  const host = $("ui-axis");
  axis = host && chart(host, dated, { style, picked: null });
  if (axis) {
    document.body.classList.add("drawn");
    const head = document.querySelector(".bandhead");
    head.prepend(axis.note);
    head.append(axis.controls);
    axis.resize();
    const group = $("ui-style");
    if (group) choice(group, "style", (value) => {
      style = value;
      showPick();
    });
  }
  document.body.append(status);
  const observer = new ResizeObserver(settle);
  for (const node of [$("ui-band"), $("ui-main")]) if (node) observer.observe(node);
  document.addEventListener("click", pickInText);
  document.addEventListener("click", pickElsewhere);
  document.addEventListener("keydown", clear);
  addEventListener("popstate", follow);
  settle();
  follow();
  if (document.readyState === "complete") settled();
  else addEventListener("load", settled);
}

start();
