// Live counts while something is read, and files dropped onto their form.

const section = document.querySelector("[data-busy]");

async function look() {
  const answer = await fetch("/api/sources", { headers: { accept: "application/json" } });
  if (!answer.ok) return;
  const model = await answer.json();
  if (!model.work.some((work) => work.state === "running" || work.state === "waiting")) {
    location.reload();
    return;
  }

  for (const work of model.work) {
    const line = document.querySelector(`[data-work="${Number(work.number)}"]`);
    if (!line) continue;
    line.querySelector("[data-counts]").textContent = `${work.new} new, ${work.changed} changed, ${work.known} known, ${work.refused} refused`;
    const bar = line.querySelector("progress");
    if (bar && work.share !== null) bar.value = work.share;
  }

  setTimeout(look, 1000);
}

if (section) setTimeout(look, 500);

for (const form of document.querySelectorAll("[data-drop]")) {
  const input = form.querySelector("input[type=file]");
  for (const kind of ["dragover", "dragenter"]) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }

  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}
