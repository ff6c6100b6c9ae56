/* Passkeys: only the browser can ask the device, so this is the one thing that needs a script. A form marked data-passkey asks the server
   what to ask, asks the device, and sends the answer. */
(() => {
  "use strict";
  if (!window.PublicKeyCredential) return;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const ids = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const post = async (url, form, more, redirect = "follow") => {
    const body = new URLSearchParams(new FormData(form));
    for (const [name, value] of Object.entries(more || {})) body.set(name, value);
    const answer = await fetch(url, { method: "POST", body, redirect, headers: { Accept: "application/json, text/html" } });
    if (!answer.ok && answer.type !== "opaqueredirect") throw new Error(answer.status);
    return answer;
  };

  const register = async (form) => {
    const asked = await (await post(form.action + "/options", form)).json();
    const made = await navigator.credentials.create({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        user: { ...asked.user, id: bytes(asked.user.id) },
        excludeCredentials: ids(asked.excludeCredentials),
        extensions: undefined,
      },
    });
    const credential = {
      id: made.id,
      rawId: text(made.rawId),
      type: made.type,
      authenticatorAttachment: made.authenticatorAttachment,
      clientExtensionResults: {},
      response: {
        attestationObject: text(made.response.attestationObject),
        clientDataJSON: text(made.response.clientDataJSON),
        transports: made.response.getTransports ? made.response.getTransports() : [],
      },
    };
    // the page itself follows the redirect, so that the notice is shown there
    await post(form.action, form, { credential: JSON.stringify(credential), password: "" }, "manual");
    location.assign(form.action);
  };

  const login = async (form) => {
    const asked = await (await post(form.action + "/options", form)).json();
    const got = await navigator.credentials.get({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        allowCredentials: ids(asked.allowCredentials),
        extensions: undefined,
      },
    });
    const credential = {
      id: got.id,
      rawId: text(got.rawId),
      type: got.type,
      authenticatorAttachment: got.authenticatorAttachment,
      clientExtensionResults: {},
      response: {
        authenticatorData: text(got.response.authenticatorData),
        clientDataJSON: text(got.response.clientDataJSON),
        signature: text(got.response.signature),
        userHandle: got.response.userHandle ? text(got.response.userHandle) : undefined,
      },
    };
    const answer = await (await post(form.action, form, { credential: JSON.stringify(credential) })).json();
    location.assign(answer.next);
  };

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const say = form.querySelector("[data-passkey-say]");
      say.textContent = "";
      try {
        await (form.dataset.passkey === "register" ? register(form) : login(form));
      } catch (trouble) {
        say.textContent = form.dataset.trouble;
      }
    });
  });
})();
