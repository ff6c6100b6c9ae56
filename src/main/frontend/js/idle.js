/* A sign-in ends by itself after a while without pages. Two minutes before, the page asks whether its reader is still there; afterwards it
   says so, and what was typed stays. Pages open side by side count together. */
(() => {
  "use strict";
  const dialog = document.getElementById("idle");
  if (!dialog || !dialog.showModal) return;
  const idle = Number(dialog.dataset.seconds) * 1000;
  const warning = Math.min(120_000, idle / 2);
  const seen = "madang-seen";

  let timer;
  const last = () => {
    try {
      return Number(localStorage.getItem(seen)) || 0;
    } catch (blocked) {
      return 0;
    }
  };
  let own = 0;
  const now = () => {
    own = Date.now();
    try {
      localStorage.setItem(seen, String(own));
    } catch (blocked) {
      /* then this page counts alone */
    }
    watch();
  };
  const watch = () => {
    clearTimeout(timer);
    const quiet = Date.now() - Math.max(own, last());
    if (quiet >= idle) {
      dialog.dataset.state = "over";
      open();
    } else if (quiet >= idle - warning) {
      dialog.dataset.state = "soon";
      open();
      timer = setTimeout(watch, idle - quiet);
    } else {
      if (dialog.open) dialog.close();
      timer = setTimeout(watch, idle - warning - quiet);
    }
  };
  const open = () => dialog.open || dialog.showModal();

  const stay = async () => {
    if (dialog.dataset.state === "over") return;
    try {
      const answer = await fetch("/desk", { method: "HEAD" });
      if (answer.ok && !answer.redirected) return now();
    } catch (offline) {
      return;
    }
    own = 0;
    dialog.dataset.state = "over";
    open();
  };
  dialog.addEventListener("close", stay);
  document.addEventListener("htmx:afterRequest", now);
  /* a laptop that slept finds its timers late */
  document.addEventListener("visibilitychange", () => document.hidden || watch());
  now();
})();
