// How an ingest stands, as it goes on; files that are dropped on their form.

const job = document.querySelector("[data-job='live']");
if (job) {
  const line = job.querySelector("[data-job-line]");
  const bar = job.querySelector("[data-job-bar]");
  const events = new EventSource("/sources/progress");
  events.addEventListener("progress", (event) => {
    const now = JSON.parse(event.data);
    line.textContent = now.line;
    if (now.percent !== null && now.percent !== undefined) bar.value = now.percent;
  });
  events.addEventListener("done", () => {
    events.close();
    location.reload();
  });
}

const form = document.querySelector("[data-drop]");
if (form) {
  const files = form.querySelector("input[type=file]");
  const over = (event, on) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("over", on);
  };
  form.addEventListener("dragover", (event) => over(event, true));
  form.addEventListener("dragleave", (event) => over(event, false));
  form.addEventListener("drop", (event) => {
    over(event, false);
    if (event.dataTransfer.files.length > 0) files.files = event.dataTransfer.files;
  });
}
