/* What pages do on their own. Everything works without this file: it disables a button once it is pressed, keeps typed text from being
   lost, closes what is open with Escape, and sends searches as they change. */
(() => {
  "use strict";

  const words = document.documentElement.dataset;

  /* a pressed button stays pressed until the answer comes */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    clean(form);
    const button = event.submitter;
    setTimeout(() => {
      form.querySelectorAll("button[type=submit]").forEach((b) => (b.disabled = true));
      if (button) button.setAttribute("aria-busy", "true");
    });
  });
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    document.querySelectorAll("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      form.querySelectorAll("button[type=submit]").forEach((b) => {
        b.disabled = false;
        b.removeAttribute("aria-busy");
      });
    });
  });

  /* typed text is not lost by leaving */
  const dirty = new Set();
  const clean = (form) => dirty.delete(form);
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form && form.method === "post" && !form.hasAttribute("hx-post")) dirty.add(form);
  });
  document.addEventListener("reset", (event) => clean(event.target));
  window.addEventListener("beforeunload", (event) => {
    dirty.forEach((form) => form.isConnected || dirty.delete(form));
    if (dirty.size > 0) event.preventDefault();
  });

  /* menus close with Escape and when something else is pressed */
  const menus = () => document.querySelectorAll("details.dropdown[open], details.confirm[open]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menus().forEach((menu) => {
      const inside = menu.contains(document.activeElement);
      menu.open = false;
      if (inside) menu.querySelector("summary").focus();
    });
    if (location.hash === "#menu") closeDrawer();
  });
  document.addEventListener("click", (event) => {
    menus().forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    const close = event.target.closest("a.side-close");
    if (close) {
      event.preventDefault();
      closeDrawer();
    }
  });
  const closeDrawer = () => {
    history.length > 1 && location.hash === "#menu" ? history.back() : (location.hash = "");
    document.querySelector("a.menu-open")?.focus();
  };
  window.addEventListener("hashchange", () => {
    if (location.hash === "#menu") document.querySelector("#menu a")?.focus();
  });

  /* a page that comes back with mistakes starts at their list */
  document.getElementById("errors")?.focus();

  /* a select marked data-send sends its form when it changes */
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-send]")) event.target.form.requestSubmit();
  });

  /* a bad answer to a fragment request is shown, not swallowed */
  document.addEventListener("htmx:beforeSwap", (event) => {
    const status = event.detail.xhr.status;
    if (status >= 400 && event.detail.xhr.getResponseHeader("content-type")?.startsWith("text/html")) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
  document.addEventListener("htmx:sendError", () => {
    const say = document.createElement("div");
    say.className = "alert danger";
    say.setAttribute("role", "alert");
    const text = document.createElement("p");
    text.className = "alert-title";
    text.textContent = words.offline || "";
    say.append(text);
    document.querySelector("main")?.prepend(say);
  });
})();
