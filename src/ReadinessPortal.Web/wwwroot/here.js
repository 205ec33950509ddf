// A page without a circuit ends with the sign-in of its reader, as one with a circuit does: it asks from time to time, and
// is loaded again when that is over, which leads to the sign-in page. What was typed is a draft by then. So does a page
// whose circuit has not come up: where the sign-in ended before it could, it never will.
(() => {
  const every = 4000;
  const root = document.documentElement;

  async function look() {
    if (document.hidden || root.dataset.circuit === "up") { return; }
    const answer = await fetch("/account/here", { redirect: "manual", cache: "no-store" });
    if (answer.status === 401 || answer.type === "opaqueredirect") { location.replace(location.pathname + location.search); }
  }

  document.addEventListener("DOMContentLoaded", () => {
    // Where there is no connection the next turn asks again.
    if (document.querySelector(".side .who")) { setInterval(() => look().catch(() => {}), every); }
  });
})();
