/**
 * The text beside the axis: lights the words an event rests on, brings them into sight,
 * and fetches the part of another document when the words stand there.
 */

import { html } from "./svg.js";

/** The element that bears a citation's id on this page, or `null`. */
export const wordsOf = (key) => document.getElementById(`c-${key}`);

/** Light the stretches of these citations, and no others. */
export function light(citations) {
  const lit = new Set(citations);
  for (const stretch of document.querySelectorAll("[data-citations].d, [data-citations].g")) {
    const on = stretch.dataset.citations.split(" ").some((key) => lit.has(key));
    stretch.classList.toggle("on", on);
  }
}

const AIR = 60;

const inSight = (node) => {
  const { top, bottom } = node.getBoundingClientRect();
  const band = document.getElementById("ui-band")?.getBoundingClientRect().bottom ?? 0;
  return top > Math.max(0, band) + AIR && bottom < window.innerHeight - AIR;
};

/** Scroll the page to these words, unless they are in sight. */
export function bring(node, behavior = "auto") {
  const words = node.textContent ? node : (node.nextElementSibling ?? node);
  if (!inSight(words)) words.scrollIntoView({ block: "center", behavior });
}

/** Tell the style sheet the word that each misprint stands for; the text stays as it is. */
export function prepareCorrections() {
  for (const recte of document.querySelectorAll(".recte")) {
    const word = recte.querySelector("bdi").textContent;
    recte.previousElementSibling.dataset.corrected = word;
  }
}

/** A link of the list that leads to words on another page, or `null`. */
export const linkTo = (key) =>
  document.querySelector(`.list a[href$="/citations/${CSS.escape(key)}/"]`);

/** The words of a fetched text lead to this page's list, or else to where they came from. */
function relink(article, page, idOf) {
  for (const stretch of article.querySelectorAll("a[data-citations]")) {
    const here = stretch.dataset.citations.split(" ").map(idOf).find(Boolean);
    const there = new URL(stretch.getAttribute("href"), page);
    stretch.setAttribute("href", here ? `#${here}` : there.href);
  }
}

/**
 * Show the document that holds a citation, in place of any shown before; false if it
 * cannot be had. `idOf` tells the list item of a citation.
 */
export async function fetchPart(key, idOf) {
  const link = linkTo(key);
  const answer = link && (await fetch(link.href));
  if (!answer?.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [text, notes] = [page.getElementById("ui-text"), page.querySelector(".notes")];
  if (!text || !page.getElementById(`c-${key}`)) return false;
  const title = html("a", { href: answer.url });
  title.textContent = page.querySelector("h1").textContent;
  text.querySelector("h2").replaceChildren(title);
  const main = document.getElementById("ui-main");
  main.querySelectorAll("#ui-text, .notes").forEach((old) => old.remove());
  for (const part of [text, notes].filter(Boolean)) {
    relink(part, answer.url, idOf);
    main.append(part);
  }
  main.classList.remove("no-text");
  return true;
}
