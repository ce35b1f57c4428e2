// Judging by keys and without leaving the page: the line that has the focus, or the first one.

const said = document.getElementById("review-said");

function line() {
  const lines = [...document.querySelectorAll("li.review")];
  return lines.find((item) => item.contains(document.activeElement)) ?? lines[0];
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest?.("input, textarea, select") || document.querySelector("dialog[open]")) return;
  const control = line()?.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!control) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  control.click();
}, true);

function count(selector, by) {
  const element = document.querySelector(selector);
  const number = Number(element?.textContent.replaceAll(",", ""));
  if (element && Number.isFinite(number)) element.textContent = (element.dataset.mine === undefined ? " " : "") + Math.max(0, number + by).toLocaleString("en");
}

function gone(item, does) {
  const next = item.nextElementSibling ?? item.previousElementSibling;
  item.remove();
  said.hidden = false;
  said.textContent = does === "accept" ? "Accepted." : "Rejected.";
  count("[data-waiting=here]", -1);
  count("[data-mine]", 1);
  if (next) next.querySelector("a, button").focus();
  else location.reload();
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const item = form.closest("li.review");
  if (!item || !event.submitter) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  for (const button of form.querySelectorAll("button")) button.disabled = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    if (answer.type === "opaqueredirect") {
      gone(item, event.submitter.value);
      return;
    }

    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    said.textContent = page.querySelector("main h1")?.textContent ?? "It was not taken.";
  } catch {
    said.textContent = "The desk does not answer. Nothing was changed.";
  }

  said.hidden = false;
  for (const button of form.querySelectorAll("button")) button.disabled = false;
});
