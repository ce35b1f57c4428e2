// The scheme that the reader chose, before the page is drawn.
(() => {
  try {
    const chosen = localStorage.getItem("readout-scheme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
  } catch {
    // No storage: the system's scheme.
  }
})();
