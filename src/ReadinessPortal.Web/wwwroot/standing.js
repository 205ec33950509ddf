// A page without a circuit follows what people sign: it asks from time to time how that stands, is loaded again when it
// has moved, and says so instead where somebody has begun to type.
//   data-standing="TEXT"  how it stood when the page was made
//   data-standing-at      where that is asked
//   data-typed            it shows what somebody has sent and has to correct
(() => {
  const every = 4000, patience = 10000;
  const page = () => document.querySelector("[data-standing]");

  const isTouched = () => [...document.querySelectorAll("main input, main textarea, main select")].some(field =>
    field.type === "hidden" ? false
      : field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked
      : field.matches("select") ? [...field.options].some(option => option.selected !== option.defaultSelected
        && (field.multiple || [...field.options].some(one => one.defaultSelected)))
      : field.value !== field.defaultValue);

  // Who has pressed a link or a button is on the way: to load the page again would take that back. (A download leaves
  // nobody elsewhere, so that the page goes on after a while.)
  let isLeaving = false;
  addEventListener("beforeunload", () => {
    isLeaving = true;
    setTimeout(() => { isLeaving = false; }, patience);
  });

  async function look() {
    const here = page();
    if (isLeaving || !here || document.hidden || here.dataset.moved !== undefined) { return; }
    const answer = await fetch(here.dataset.standingAt, { headers: { Accept: "text/plain" } });
    if (!answer.ok || await answer.text() === here.dataset.standing || page() !== here || isLeaving) { return; }
    if (here.dataset.typed === undefined && !isTouched()) {
      location.replace(location.pathname);
      return;
    }
    here.dataset.moved = "";
    here.hidden = false;
  }

  // Where there is no connection the next turn asks again.
  setInterval(() => look().catch(() => {}), every);
})();
