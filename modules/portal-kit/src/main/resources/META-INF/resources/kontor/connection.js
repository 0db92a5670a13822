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
