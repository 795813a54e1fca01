// Moves the bar of an import while it is worked on; the page shows the outcome itself.

const PAUSE = 1000; // milliseconds between two looks
const bar = document.getElementById("ui-progress");
const step = document.getElementById("ui-step");

async function look() {
  try {
    const response = await fetch(bar.dataset.address, { redirect: "error" });
    if (!response.ok) throw new Error(response.statusText);
    const { ended, percent, words } = await response.json();
    if (ended) return location.reload();
    if (percent) bar.value = percent;
    else bar.removeAttribute("value");
    if (step.textContent !== words) step.textContent = words;
  } catch {
    step.textContent = "The server did not answer; it is asked again.";
  }
  setTimeout(look, PAUSE);
}

setTimeout(look, PAUSE);
