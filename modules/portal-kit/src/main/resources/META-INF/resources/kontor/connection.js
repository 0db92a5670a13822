// Whose sign-in was revoked: the next call is redirected to the sign-in on another origin, which the browser blocks and Vaadin takes
// for a lost connection. Asking for the page itself tells the two apart; then the page is loaded anew, which leads to the sign-in.
(() => {
  if (window.kontorConnection) return;
  window.kontorConnection = true;
  let asking = false;

  const look = async () => {
    if (asking) return;
    asking = true;
    try {
      const answer = await fetch(document.baseURI, { redirect: "manual", credentials: "same-origin", cache: "no-store" });
      if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
        window.location.reload();
      }
    } catch (unreachable) {
      // The server itself cannot be reached: Vaadin says so and tries again.
    } finally {
      asking = false;
    }
  };

  // One sign-out ends all tabs: the others look until they are signed out as well, and load anew.
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("kontor-session") : undefined;
  const LOOKS = 20;
  const PAUSE_MILLISECONDS = 300;
  tabs?.addEventListener("message", async () => {
    for (let i = 0; i < LOOKS; i++) {
      await new Promise((done) => setTimeout(done, PAUSE_MILLISECONDS));
      await look();
    }
  });

  // By a request that no address of a foreign page can make, without a token in it.
  window.kontorSignOut = async (address) => {
    tabs?.postMessage("signing out");
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

  const listen = () => {
    const state = window.Vaadin && window.Vaadin.connectionState;
    if (!state) {
      setTimeout(listen, 250);
      return;
    }
    state.addStateChangeListener((before, now) => {
      if (now === "reconnecting" || now === "connection-lost") look();
    });
  };
  listen();
})();
