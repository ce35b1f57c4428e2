// Days of the chart by mouse, touch and keys. Every way ends in an address that the server answers, so that chart, table and lists stay one.

const main = document.getElementById("main");
const day = 86400000;
let asked = null;
let drag = null;
let wheel = null;

function enhance() {
  for (const hint of document.querySelectorAll(".keys-hint")) hint.hidden = false;
}

async function show(address, keep = true) {
  asked?.abort();
  asked = new AbortController();
  const hadFocus = document.activeElement?.closest(".plot") !== null && document.activeElement !== document.body;
  const wasInTable = document.activeElement?.closest(".as-table") instanceof Element;
  const open = document.querySelector(".as-table")?.open ?? false;
  main.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: asked.signal, headers: { accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    main.replaceChildren(...page.getElementById("main").childNodes);
    if (keep) history.pushState(null, "", address);
    const table = document.querySelector(".as-table");
    if (table) table.open = open;
    if (wasInTable) table?.querySelector(".scroll").focus({ preventScroll: true });
    if (hadFocus) document.querySelector(".plot")?.focus({ preventScroll: true });
    enhance();
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  } finally {
    main.removeAttribute("aria-busy");
  }
}

function plotOf(target) {
  return target.closest?.(".plot[data-page]") ?? null;
}

function chartOf(plot) {
  return [...plot.querySelectorAll("svg.chart")].find((svg) => svg.getClientRects().length > 0);
}

function move(name) {
  document.querySelector(`[data-range="${name}"]`)?.click();
}

// The place of a pointer in the plot: 0 is its first day, 1 the end of its last.
function shareOf(svg, clientX) {
  const box = svg.getBoundingClientRect();
  const x = (clientX - box.left) / box.width * svg.viewBox.baseVal.width;
  return (x - Number(svg.dataset.left)) / (Number(svg.dataset.right) - Number(svg.dataset.left));
}

function range(plot, first, last) {
  const from = Date.parse(plot.dataset.from);
  const days = (Date.parse(plot.dataset.to) - from) / day + 1;
  let start = Math.floor(first * days);
  let end = Math.ceil(last * days) - 1;
  if (end - start < 6) {
    start = Math.round((start + end) / 2) - 3;
    end = start + 6;
  }

  const text = (offset) => new Date(from + offset * day).toISOString().slice(0, 10);
  const query = new URLSearchParams({ from: text(start), to: text(end) });
  if (plot.dataset.by) query.set("by", plot.dataset.by);
  show(`${plot.dataset.page}?${query}`);
}

main.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-range]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(link.getAttribute("href"));
});

main.addEventListener("submit", (event) => {
  const form = event.target.closest("form.ranges");
  if (!form || !document.querySelector(".plot[data-page]")) return;
  event.preventDefault();
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
  show(`${form.getAttribute("action")}?${query}`);
});

main.addEventListener("keydown", (event) => {
  if (!plotOf(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  const name = { ArrowLeft: "earlier", ArrowRight: "later", "+": "closer", "=": "closer", "-": "farther", Home: "all" }[event.key];
  if (!name) return;
  event.preventDefault();
  move(name);
});

main.addEventListener("wheel", (event) => {
  const plot = plotOf(event.target);
  if (!plot || !event.ctrlKey) return;
  event.preventDefault();
  const at = shareOf(chartOf(plot), event.clientX);
  wheel ??= { plot, at, scale: 1, timer: 0 };
  wheel.scale = Math.min(8, Math.max(0.125, wheel.scale * Math.exp(event.deltaY / 300)));
  clearTimeout(wheel.timer);
  wheel.timer = setTimeout(() => {
    const { at: middle, scale } = wheel;
    wheel = null;
    range(plot, middle - middle * scale, middle + (1 - middle) * scale);
  }, 160);
}, { passive: false });

main.addEventListener("pointerdown", (event) => {
  const plot = plotOf(event.target);
  if (!plot || event.button !== 0) return;
  const svg = chartOf(plot);
  if (!svg) return;
  if (drag && event.pointerType === "touch" && drag.pointers.size === 1) {
    drag.pointers.set(event.pointerId, event.clientX);
    drag.start = new Map([...drag.pointers].map(([id, x]) => [id, shareOf(svg, x)]));
    return;
  }

  drag = { plot, svg, touch: event.pointerType === "touch", from: event.clientX, pointers: new Map([[event.pointerId, event.clientX]]), start: new Map([[event.pointerId, shareOf(svg, event.clientX)]]), target: event.target };
  plot.setPointerCapture(event.pointerId);
});

main.addEventListener("pointermove", (event) => {
  if (!drag?.pointers.has(event.pointerId)) return;
  drag.pointers.set(event.pointerId, event.clientX);
  const [first, last] = chosen();
  if (drag.touch) {
    const left = Number(drag.svg.dataset.left);
    const width = Number(drag.svg.dataset.right) - left;
    const scale = 1 / (last - first);
    drag.svg.querySelector(".content").setAttribute("transform", `translate(${left - left * scale - first * scale * width} 0) scale(${scale} 1)`);
  } else {
    select(first, last);
  }
});

for (const end of ["pointerup", "pointercancel"]) {
  main.addEventListener(end, (event) => {
    if (!drag?.pointers.has(event.pointerId)) return;
    drag.pointers.set(event.pointerId, event.clientX);
    const moved = Math.abs(event.clientX - drag.from) > 6 || drag.pointers.size > 1;
    const [first, last] = chosen();
    const { plot, svg, target } = drag;
    drag = null;
    svg.querySelector(".selection")?.remove();
    if (end === "pointercancel" || !moved) {
      svg.querySelector(".content").removeAttribute("transform");
      if (end === "pointerup") open(target);
      return;
    }

    range(plot, first, last);
  });
}

// By mouse the days dragged over; by touch the days that come into view.
function chosen() {
  const at = [...drag.pointers].map(([id, x]) => [drag.start.get(id), shareOf(drag.svg, x)]);
  if (!drag.touch) return [Math.max(0, Math.min(at[0][0], at[0][1])), Math.min(1, Math.max(at[0][0], at[0][1]))];
  if (at.length === 1) return [at[0][0] - at[0][1], 1 + at[0][0] - at[0][1]];
  const spread = Math.max(0.05, Math.abs(at[1][1] - at[0][1]));
  const scale = Math.min(8, Math.max(0.1, Math.abs(at[1][0] - at[0][0]) / spread));
  const middle = (at[0][0] + at[1][0]) / 2;
  const now = (at[0][1] + at[1][1]) / 2;
  return [middle - now * scale, middle + (1 - now) * scale];
}

function select(first, last) {
  let box = drag.svg.querySelector(".selection");
  if (!box) {
    box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    box.setAttribute("class", "selection");
    box.setAttribute("y", "0");
    box.setAttribute("height", String(drag.svg.viewBox.baseVal.height));
    drag.svg.append(box);
  }

  const left = Number(drag.svg.dataset.left);
  const width = Number(drag.svg.dataset.right) - left;
  box.setAttribute("x", String(left + first * width));
  box.setAttribute("width", String(Math.max(0, (last - first) * width)));
}

function open(target) {
  const address = target.closest?.("[data-address]")?.dataset.address;
  if (!address) return;
  if (address.startsWith("#")) document.querySelector(address)?.scrollIntoView({ block: "start" });
  else location.assign(address);
}

addEventListener("popstate", () => show(location.href, false));
enhance();
