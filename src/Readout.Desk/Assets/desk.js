// Keys, the list of keys, and the switch between light and dark. Everything works without it but the keys.

const dialog = document.getElementById("keys");
const opener = document.getElementById("keys-open");
const find = document.getElementById("find");
const theme = document.getElementById("theme");
const root = document.documentElement;

function scheme() {
  return root.dataset.scheme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

function nameTheme() {
  const other = scheme() === "dark" ? "Light colours" : "Dark colours";
  theme.setAttribute("aria-label", other);
  theme.title = other;
}

theme.hidden = false;
nameTheme();
theme.addEventListener("click", () => {
  root.dataset.scheme = scheme() === "dark" ? "light" : "dark";
  try { localStorage.setItem("readout-scheme", root.dataset.scheme); } catch { /* not kept, then */ }
  nameTheme();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", nameTheme);

opener.hidden = false;
opener.addEventListener("click", () => dialog.showModal());

// A page's own keys: <button data-key="a" data-does="accept">, clicked by its key and listed in the dialog.
const own = new Map();
for (const element of document.querySelectorAll("[data-key]")) {
  const key = element.dataset.key;
  if (own.has(key)) continue;
  own.set(key, element);
  const row = document.createElement("div");
  const term = document.createElement("dt");
  const does = document.createElement("dd");
  const letter = document.createElement("kbd");
  letter.textContent = key;
  term.append(letter);
  does.textContent = element.dataset.does ?? element.textContent.trim();
  row.append(term, does);
  dialog.querySelector("dl").append(row);
}

const goes = new Map([...document.querySelectorAll("[data-go]")].map((item) => [item.dataset.go, item.dataset.address]));
let waiting = 0;

function isTyping(target) {
  return target.closest?.("input, textarea, select, [contenteditable]") !== null;
}

// Lines of a list are the elements with data-line; the first link in one is where it leads.
function step(by) {
  const lines = [...document.querySelectorAll("[data-line]")].filter((line) => line.getClientRects().length > 0);
  if (lines.length === 0) return;
  const at = lines.findIndex((line) => line.contains(document.activeElement));
  const next = lines[at < 0 ? (by > 0 ? 0 : lines.length - 1) : Math.min(Math.max(at + by, 0), lines.length - 1)];
  const target = next.matches("a, button, [tabindex]") ? next : next.querySelector("a, button, [tabindex]");
  target?.focus();
  next.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }

  if (dialog.open) return;
  const key = event.key;
  if (waiting && performance.now() - waiting < 1500 && goes.has(key)) {
    waiting = 0;
    event.preventDefault();
    location.assign(goes.get(key));
    return;
  }

  waiting = 0;
  if (key === "?") dialog.showModal();
  else if (key === "/" && find) find.focus();
  else if (key === "g") waiting = performance.now();
  else if (key === "j") step(1);
  else if (key === "k") step(-1);
  else if (own.has(key)) own.get(key).click();
  else return;
  event.preventDefault();
});
