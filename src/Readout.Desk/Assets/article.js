// Marks switched without asking again, words lit that the open card belongs to, forms opened in place, words taken from the text.

const text = document.getElementById("text");
const kinds = document.querySelector("[data-kinds]");

function shown() {
  return new Set([...kinds.querySelectorAll("input[type=checkbox]:checked")].map((box) => box.value));
}

// What the server does for a piece of the text (MarkedPiece): the shortest mark that is shown and opens something wins.
function show(piece, on) {
  const marks = piece.dataset.m.split(" ").map((mark) => {
    const [kind, card] = mark.split(":");
    return { kind, card: card.replace("-", ""), opens: !card.endsWith("-") };
  }).filter((mark) => on.has(mark.kind));
  const opened = marks.find((mark) => mark.opens);
  if (opened) piece.setAttribute("href", `#${opened.card}`);
  else piece.removeAttribute("href");
  piece.className = [...new Set(marks.map((mark) => `m-${mark.kind}`))].join(" ");
  if (piece.dataset.c && marks.some((mark) => mark.kind === "event")) piece.classList.add(piece.dataset.c);
}

if (kinds) {
  kinds.querySelector("[data-unscripted]").hidden = true;
  kinds.addEventListener("change", () => {
    const on = shown();
    for (const piece of text.querySelectorAll("[data-m]")) show(piece, on);
    light();
  });
}

function light() {
  const card = location.hash.slice(1).replace(/^w-/, "");
  for (const piece of text?.querySelectorAll("[data-m]") ?? []) {
    const lit = card !== "" && piece.dataset.m.split(" ").some((mark) => mark.split(":")[1].replace("-", "") === card && piece.className !== "");
    piece.classList.toggle("lit", lit);
  }
}

addEventListener("hashchange", light);
light();

// A form of a card is fetched with the page and put in the card's place.
document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[data-in-place]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  const id = link.dataset.inPlace;
  try {
    const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const card = page.getElementById(id);
    document.getElementById(id).replaceWith(card);
    card.querySelector("textarea, select, input:not([type=hidden])")?.focus();
  } catch {
    location.assign(link.href);
  }
});

// Words marked in the text become those of the event to be added.
const words = document.getElementById("add-words");
const at = document.getElementById("add-at");

function place(node, offset) {
  const block = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
  if (!block) return null;
  const range = document.createRange();
  range.selectNodeContents(block);
  range.setEnd(node, offset);
  return Number(block.dataset.at) + range.toString().length;
}

if (words) {
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (selection.isCollapsed || selection.rangeCount === 0 || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
    const range = selection.getRangeAt(0);
    const taken = range.toString();
    const start = place(range.startContainer, range.startOffset);
    if (start === null || taken.length > 300 || taken.includes("\n") || taken.trim() === "") return;
    words.value = taken.trim();
    at.value = String(start + taken.length - taken.trimStart().length);
  });
}
