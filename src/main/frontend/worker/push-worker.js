/* Stands in the browser of a resident and shows what the office sends, also when no page of the office is open. It reads nothing of the
   pages and keeps nothing of the messages. */
"use strict";

const KEPT = "madang-push";
const HOME = "/notices/my";

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const bytes = (said) => Uint8Array.from(atob(said.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const line = (subscription) =>
  `${subscription.endpoint} ${text(subscription.getKey("p256dh"))} ${text(subscription.getKey("auth"))}`;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

/* nothing but pages of this office is ever opened */
const ours = (link) => {
  try {
    const to = new URL(String(link || HOME), self.location.origin);
    return to.origin === self.location.origin ? to.href : new URL(HOME, self.location.origin).href;
  } catch (unreadable) {
    return new URL(HOME, self.location.origin).href;
  }
};

self.addEventListener("push", (event) => {
  let said = {};
  try {
    said = event.data.json() || {};
  } catch (unreadable) {
    /* a browser that is told must show something */
  }
  event.waitUntil(
    self.registration.showNotification(String(said.title || "구청 알림"), {
      body: String(said.body || ""),
      lang: "ko",
      data: { link: ours(said.link) },
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const link = ours(event.notification.data && event.notification.data.link);
  event.waitUntil(
    (async () => {
      const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
      const there = open.find((client) => client.url === link);
      return there ? there.focus() : self.clients.openWindow(link);
    })(),
  );
});

const kept = async (what) => {
  const found = await (await caches.open(KEPT)).match("/push/" + what);
  return found ? found.text() : "";
};

/* the push service has taken the address back: subscribe anew and tell the office which browser this was */
self.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(
    (async () => {
      const before = event.oldSubscription ? line(event.oldSubscription) : await kept("line");
      const key = await kept("key");
      if (!before || !key) return;
      const fresh =
        event.newSubscription ||
        (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) }));
      const now = line(fresh);
      const answer = await fetch("/notices/browser/renewal", { method: "POST", body: new URLSearchParams({ before, now }) });
      if (answer.ok) await (await caches.open(KEPT)).put("/push/line", new Response(now));
    })(),
  );
});
