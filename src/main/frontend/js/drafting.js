/* The drafting form: keeps what is typed every few seconds and when the page is left, sends files as soon as they are chosen, and leads
   from a finding to its line. Without this file the buttons of the form do the same in one more step. */
(() => {
  "use strict";
  const form = document.getElementById("draft");
  if (!form) return;
  form.classList.add("scripted");

  /* ---- autosave */
  const say = form.querySelector("[data-autosave]");
  const pause = 3_000;
  let timer;
  let changed = false;
  let sending = false;
  let leaving = false;

  const fields = () => {
    const data = new FormData(form);
    for (const name of ["_once", "_method", "files", "do"]) data.delete(name);
    return data;
  };
  const tell = (text, bad) => {
    say.hidden = !text;
    say.textContent = text;
    say.classList.toggle("form-hint-invalid", Boolean(bad));
  };
  const keep = async () => {
    clearTimeout(timer);
    if (!changed || sending || leaving) return;
    changed = false;
    sending = true;
    try {
      const answer = await fetch(say.dataset.autosave, { method: "POST", body: fields(), redirect: "manual" });
      if (answer.status === 413) tell(say.dataset.large, true);
      else if (!answer.ok) throw new Error(answer.status);
      else {
        const now = new Date();
        const at = [now.getHours(), now.getMinutes(), now.getSeconds()].map((n) => String(n).padStart(2, "0")).join(":");
        tell(say.dataset.kept.replace("{0}", at));
        say.dataset.done = at;
        try {
          localStorage.setItem("madang-seen", String(Date.now()));
        } catch (blocked) {
          /* then the page asks sooner whether somebody is there */
        }
      }
    } catch (trouble) {
      changed = true;
      tell(say.dataset.failed, true);
      timer = setTimeout(keep, 4 * pause);
    } finally {
      sending = false;
      if (changed) timer = timer || setTimeout(keep, pause);
    }
  };
  const later = () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(keep, pause);
  };
  if (say.textContent.trim()) say.hidden = false;
  form.addEventListener("input", (event) => event.target.type !== "file" && later());
  const attached = () => form.dispatchEvent(new CustomEvent("madang:attached"));
  form.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.closest("#line-editor, #attached")) later();
    if (event.target.closest("#attached")) attached();
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    leaving = true;
  });
  window.addEventListener("pageshow", () => (leaving = false));
  document.addEventListener("visibilitychange", () => document.hidden && keep());
  window.addEventListener("pagehide", () => {
    if (changed && !leaving) navigator.sendBeacon(say.dataset.autosave, fields());
  });

  /* ---- files go up one by one, so that one that is refused takes nothing with it */
  const send = async (file) => {
    const box = document.querySelector("[data-upload]");
    if (file.size > Number(box.dataset.limit)) return box.dataset.large.replace("{0}", file.name);
    const data = new FormData();
    data.append(document.querySelector("#draft input[name=_csrf]").name, document.querySelector("#draft input[name=_csrf]").value);
    data.append("attached", document.querySelector("#draft input[name=attached]").value);
    data.append("files", file, file.name);
    let text = "";
    try {
      const answer = await fetch(box.dataset.upload, { method: "POST", body: data, headers: { "HX-Request": "true" } });
      text = await answer.text();
    } catch (cut) {
      return document.documentElement.dataset.offline || file.name;
    }
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.getElementById("attached");
    if (!fresh) return page.body.textContent.trim();
    const error = fresh.querySelector(".upload-say").textContent.trim();
    fresh.querySelector(".upload-say").textContent = "";
    document.getElementById("attached").replaceWith(document.adoptNode(fresh));
    if (window.htmx) window.htmx.process(document.getElementById("attached"));
    later();
    return error;
  };
  form.addEventListener("change", async (event) => {
    if (event.target.id !== "files") return;
    const errors = [];
    for (const file of [...event.target.files]) {
      const error = await send(file);
      if (error) errors.push(error);
    }
    const input = document.getElementById("files");
    input.value = "";
    const box = document.querySelector(".upload-say");
    box.replaceChildren(
      ...errors.map((error) => {
        const line = document.createElement("p");
        line.className = "form-hint-invalid";
        line.textContent = error;
        return line;
      }),
    );
    attached();
  });

  /* ---- from a finding to its line */
  form.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-line]");
    if (!link) return;
    event.preventDefault();
    const text = document.getElementById("text");
    const lines = text.value.split("\n");
    const at = Math.min(Number(link.dataset.line), lines.length) - 1;
    const start = lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0);
    text.focus();
    text.setSelectionRange(start, start + lines[at].length);
    const height = parseFloat(getComputedStyle(text).lineHeight) || 24;
    text.scrollTop = Math.max(0, at * height - text.clientHeight / 3);
  });

  /* ---- reasons are shown to whoever needs one */
  form.addEventListener("change", (event) => {
    const reasons = form.querySelector(".grounds details");
    if (event.target.name === "disclosure" && reasons) reasons.open = event.target.value !== "open";
  });

  /* ---- Enter in the search looks for people instead of sending the form */
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.id === "q") event.preventDefault();
  });
})();
