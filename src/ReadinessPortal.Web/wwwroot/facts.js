// Keys that editors of facts share: Escape closes, Ctrl and Enter saves from a text of several lines.
document.addEventListener("keydown", event => {
  const form = event.target.closest?.("form[data-fact-form]");
  if (!form || event.isComposing) { return; }
  if (event.target.closest(".quote")) { // chooses a figure, and neither saves nor closes
    if (event.key === "Enter") { event.preventDefault(); }
  } else if (event.key === "Escape") {
    form.querySelector("[data-close]")?.click();
  } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    const asks = event.target.closest(".ask")?.querySelector("[data-sends]"); // a question within the form has its own answer
    if (asks) { asks.click(); } else { form.requestSubmit(); }
  }
});
