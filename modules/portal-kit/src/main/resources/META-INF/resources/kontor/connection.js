// Whose sign-in was revoked: the next call is redirected to the sign-in on another origin, which the browser blocks and Vaadin takes
// for a lost connection. Asking for the page itself tells the two apart; then the page is loaded anew, which leads to the sign-in.
(() => {
  if (window.kontorConnection) return;
  window.kontorConnection = true;
  const words = JSON.parse(document.getElementById("kontor-words")?.textContent ?? "{}");
  let asking = false;

  // Who is sent to sign in leaves this page: not before there is somebody who signs people in.
  const leave = async () => {
    if ((await fetch("/health/ready", { cache: "no-store" })).status !== 503) {
      window.kontorTyped?.lost();
      window.location.reload();
      return;
    }
    setAway(true);
    document.querySelectorAll(".k-offline").forEach((sentence) => {
      sentence.dataset.otherwise ??= sentence.textContent;
      sentence.textContent = words.signInAway;
    });
  };

  const look = async () => {
    if (asking) return false;
    asking = true;
    try {
      const answer = await fetch(document.baseURI, { redirect: "manual", credentials: "same-origin", cache: "no-store" });
      if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
        await leave();
        return false;
      }
      return answer.ok;
    } catch (unreachable) {
      // The server itself cannot be reached: Vaadin says so and tries again.
      return false;
    } finally {
      asking = false;
    }
  };

  // One sign-out ends all tabs: the others look until they are signed out as well, and load anew.
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("kontor-session") : undefined;
  const LOOKS = 20;
  const PAUSE_MILLISECONDS = 300;
  tabs?.addEventListener("message", async () => {
    window.kontorTyped?.forget();
    for (let i = 0; i < LOOKS; i++) {
      await new Promise((done) => setTimeout(done, PAUSE_MILLISECONDS));
      await look();
    }
  });

  // By a request that no address of a foreign page can make, without a token in it.
  window.kontorSignOut = async (address) => {
    tabs?.postMessage("signing out");
    window.kontorTyped?.forget();
    try {
      const answer = await fetch(address, { method: "POST", credentials: "same-origin", redirect: "manual", cache: "no-store" });
      if (answer.status === 502) {
        document.open();
        document.write(await answer.text());
        document.close();
        return;
      }
    } catch (unreachable) {
      // Then the start cannot be loaded either, and the browser says so.
    }
    window.location.assign("/");
  };

  // Without the line nothing is sent: what is pressed now would be carried out later, when nobody expects it any more. What is typed stays,
  // and what was on its way is asked for again by Vaadin, which knows its own messages, so that nothing is done twice.
  let away = false;
  const BUTTONS = "vaadin-button:not([data-local])";
  const LOOK_AGAIN_MILLISECONDS = 2000;

  // Vaadin goes on when a message of its own gets through, and at times says for ever that it does not: so the server is asked as well.
  const lookAgain = async () => {
    if (!away) return;
    if (!(await look())) {
      setTimeout(lookAgain, LOOK_AGAIN_MILLISECONDS);
      return;
    }
    setAway(false);
    const isBusy = Object.values(window.Vaadin?.Flow?.clients ?? {}).some((client) => client.isActive?.());
    if (!isBusy && window.Vaadin?.connectionState) window.Vaadin.connectionState.state = "connected";
  };

  const setAway = (isAway) => {
    if (away === isAway) return;
    away = isAway;
    if (away) setTimeout(lookAgain, LOOK_AGAIN_MILLISECONDS);
    document.documentElement.toggleAttribute("data-offline", away);
    document.querySelectorAll(".k-offline").forEach((sentence) => {
      sentence.hidden = !away;
      if (sentence.dataset.otherwise) sentence.textContent = sentence.dataset.otherwise;
    });
    document.querySelectorAll(away ? BUTTONS : "vaadin-button[data-without-line]").forEach((button) => {
      if (away && !button.disabled) {
        button.setAttribute("data-without-line", "");
        button.setAttribute("aria-disabled", "true");
      } else if (!away) {
        button.removeAttribute("data-without-line");
        if (!button.disabled) button.removeAttribute("aria-disabled");
      }
    });
  };

  const hold = (event) => {
    if (!away) return;
    const isOn = (selector) => event.composedPath().some((element) => element.matches?.(selector));
    const isEnter = event.key === "Enter";
    const presses = event.type === "click" ? isOn(BUTTONS) : isEnter ? isOn("[data-posts]") || isOn(BUTTONS) : event.key === " " && isOn(BUTTONS);
    if (presses) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  window.addEventListener("click", hold, true);
  window.addEventListener("keydown", hold, true);

  // What Vaadin says by itself is in English until a view has told it otherwise, which a lost line may prevent.
  const indicator = () => {
    const says = window.Vaadin?.connectionIndicator;
    if (!says) return false;
    says.onlineText = words.back;
    says.reconnectingText = words.lost;
    says.offlineText = words.gone;
    return true;
  };

  // A page that cannot go on says so once, and in our words. Vaadin's own, of a push connection or an answer that is none, are technical and English.
  const broken = (notice) => {
    if (document.querySelector(".v-system-error") !== notice) {
      notice.remove();
      return;
    }
    const part = (name) => {
      let element = notice.querySelector("." + name);
      if (!element) {
        element = document.createElement("div");
        element.className = name;
        notice.append(element);
      }
      return element;
    };
    if (!notice.querySelector(".caption")?.textContent) {
      part("caption").textContent = words.broken;
      part("message").textContent = words.brokenSentence;
    }
    window.kontorTyped?.lost();
    notice.querySelector(".details")?.remove();
    notice.setAttribute("role", "alert");
    const again = document.createElement("button");
    again.textContent = words.loadAgain;
    notice.append(again);
    again.focus();
  };

  new MutationObserver((changes) => {
    changes.forEach((change) => change.addedNodes.forEach((node) => node.classList?.contains("v-system-error") && broken(node)));
  }).observe(document.body ?? document.documentElement, { childList: true });

  const listen = () => {
    const state = window.Vaadin?.connectionState;
    if (!state || !indicator()) {
      setTimeout(listen, 50);
      return;
    }
    state.addStateChangeListener((before, now) => {
      const isAway = now === "reconnecting" || now === "connection-lost";
      setAway(isAway);
      if (isAway) look();
    });
  };
  listen();
})();
