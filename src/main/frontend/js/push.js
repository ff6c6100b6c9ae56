/* Notices in this browser: only the browser can ask the person before it and subscribe at its push service. A part marked data-push="ask"
   does so when its form is sent and puts the subscription into the form; "have" is for browsers that have one already; forms in "end" give
   it back first. Without this file the way is not offered. */
(() => {
  "use strict";

  const WORKER = "/push-worker.js";
  const SCOPE = "/notices/";
  const KEPT = "madang-push";

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const line = (subscription) =>
    `${subscription.endpoint} ${text(subscription.getKey("p256dh"))} ${text(subscription.getKey("auth"))}`;

  /* why this browser cannot be told; empty when it can */
  const trouble = () => {
    if (!window.isSecureContext) return "insecure";
    if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) return "unable";
    return Notification.permission === "denied" ? "denied" : "";
  };

  const current = async () => {
    const registration = await navigator.serviceWorker.getRegistration(SCOPE);
    return registration ? registration.pushManager.getSubscription() : null;
  };

  const active = (registration) =>
    new Promise((done, failed) => {
      const worker = registration.installing || registration.waiting;
      if (registration.active || !worker) return done();
      worker.addEventListener("statechange", () => {
        if (worker.state === "activated") done();
        if (worker.state === "redundant") failed(new Error("failed"));
      });
    });

  /* the worker finds them when the service gives the browser another address */
  const keep = async (said, key) => {
    const kept = await caches.open(KEPT);
    await kept.put("/push/line", new Response(said));
    await kept.put("/push/key", new Response(key));
  };

  const subscribe = async (key) => {
    if ((await Notification.requestPermission()) !== "granted") throw new Error("denied");
    const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
    await active(registration);
    let subscription = await registration.pushManager.getSubscription();
    const theirs = subscription && subscription.options && subscription.options.applicationServerKey;
    if (theirs && text(theirs) !== key) {
      await subscription.unsubscribe();
      subscription = null;
    }
    subscription ||= await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
    const said = line(subscription);
    await keep(said, key).catch(() => {});
    return said;
  };

  document.querySelectorAll("[data-push=ask]").forEach((part) => {
    const form = part.closest("form");
    const field = part.querySelector("[data-push-line]");
    const box = part.querySelector("[data-push-say]");
    const radio = form.querySelector("input[type=radio][name=channel][value=PUSH]");
    const say = (which) => {
      box.textContent = which ? part.dataset[which] : "";
      box.hidden = !which;
    };

    const cannot = trouble();
    if (cannot) return say(cannot);
    document.querySelectorAll("[data-push-offer]").forEach((offer) => {
      offer.hidden = false;
      offer.querySelectorAll("[disabled]").forEach((one) => (one.disabled = false));
    });

    const chosen = () => !radio || radio.checked;
    const turn = () => {
      form.querySelectorAll("[data-push-other]").forEach((other) => {
        other.hidden = chosen();
        other.querySelectorAll("input").forEach((one) => (one.disabled = chosen()));
      });
      form.querySelectorAll("[data-push-own]").forEach((own) => (own.hidden = !chosen()));
    };
    if (radio) {
      form.addEventListener("change", turn);
      turn();
    }

    let asking = false;
    form.addEventListener("submit", async (event) => {
      if (!chosen() || field.value) return;
      event.preventDefault();
      if (asking) return;
      asking = true;
      say("");
      try {
        field.value = await subscribe(part.dataset.key);
        form.requestSubmit(event.submitter);
      } catch (refused) {
        say(refused.message === "denied" ? "denied" : "failed");
      }
      asking = false;
    });
  });

  document.querySelectorAll("[data-push=have]").forEach(async (part) => {
    if (trouble()) return;
    const subscription = await current().catch(() => null);
    if (!subscription) return;
    part.querySelector("[data-push-line]").value = line(subscription);
    part.hidden = false;
  });

  document.querySelectorAll("[data-push=end] form").forEach((form) => {
    if (trouble() === "insecure" || trouble() === "unable") return;
    form.addEventListener("submit", async (event) => {
      if (form.elements.ended) return;
      event.preventDefault();
      let ended = true;
      try {
        const subscription = await current();
        if (subscription) ended = await subscription.unsubscribe();
        await caches.delete(KEPT);
      } catch (failed) {
        ended = false;
      }
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = "ended";
      field.value = ended ? "true" : "";
      form.append(field);
      form.requestSubmit(event.submitter);
    });
  });
})();
