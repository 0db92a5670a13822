// The counter. The focus moves here and not after an answer of the server: keys lead to fields at once, and what is typed before an answer
// has come is kept aside and handed to the field for which it was meant.
(() => {
  const kontor = (window.kontor = window.kontor || {});
  const FINDER = ".k-finder-field";
  const EARN = ".k-earn .k-till-amount";
  const KEYS = { F2: FINDER, F8: EARN, F9: ".k-redeem .k-till-amount", F10: ".k-side-panel .k-till vaadin-text-field" };

  let ahead = null; // the input that nobody sees
  let meant = ""; // for which field it is typing; ANSWER: the server will say; NEXT: where Enter leads from the one before
  let pieces = []; // what was typed there before, up to an Enter each, as scanners press it; each for its own field
  let delivering = false;
  let carrying = false; // a piece is being typed: where the next one goes is known
  let typing = null; // the input in which somebody types, or where they put the cursor to do so
  let looking = false; // a guest is looked for: who is on display may not be the next one
  const ANSWER = "answer";
  const NEXT = "next";

  const inputOf = (field) => field && (field.inputElement || field.querySelector?.("input") || field);
  const isShown = (field) => field.getClientRects().length > 0 && !field.disabled;
  const fresh = (selector) => [...document.querySelectorAll(selector)].find((field) => isShown(field) && !field.closest("[data-stale]"));
  const setStale = () => document.querySelectorAll(".k-till").forEach((form) => form.setAttribute("data-stale", ""));
  const unsetStale = () => document.querySelectorAll("[data-stale]").forEach((form) => form.removeAttribute("data-stale"));

  // As if it was typed there.
  const type = (field, text, withEnter) => {
    const input = inputOf(field);
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    // The browser tells of a change only where somebody typed.
    input.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
    if (withEnter) {
      input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", bubbles: true, composed: true, cancelable: true }));
    }
  };

  const go = (field) => {
    const input = inputOf(field);
    field.focus();
    input.focus();
    input.select?.();
  };

  const forget = () => {
    pieces = [];
    meant = "";
    if (ahead) ahead.value = "";
  };

  const awaited = () => (pieces.length ? pieces[0].to : meant);
  const after = (to) => (to === FINDER || to === ANSWER ? EARN : to === KEYS.F9 || to === KEYS.F10 ? NEXT : ANSWER);

  const setAwaited = (to) => {
    if (pieces.length) pieces[0].to = to;
    else meant = to;
  };

  // What was typed so far is whole, and goes where it was meant; what follows may go elsewhere.
  const keep = (withEnter) => {
    if (!meant || !ahead || !ahead.value) return;
    pieces.push({ text: ahead.value, to: meant, withEnter });
    ahead.value = "";
  };

  // A guest's number, Enter and the amount were meant for two fields, and may have been typed before there was one.
  const deliver = (field) => {
    const piece = pieces.shift();
    const text = piece ? piece.text : ahead ? ahead.value : "";
    if (!piece) forget();
    delivering = true;
    go(field);
    delivering = false;
    if (!text) return;
    carrying = Boolean(piece && piece.withEnter);
    type(field, text, carrying);
    carrying = false;
    if (piece) carryOn(piece.withEnter);
  };

  // Enter leads to another field, or something is asked of the server; without it nothing is.
  const carryOn = (entered) => {
    const here = document.activeElement;
    const to = awaited();
    if (!entered) {
      const field = to && fresh(to);
      if (field) deliver(field);
      else ahead.focus();
    } else if (here === ahead) {
      if (to === NEXT) setAwaited(ANSWER);
    } else if ((to === NEXT || to === ANSWER) && here instanceof HTMLInputElement) {
      deliver(here);
    }
  };

  const wait = (selector) => {
    if (!carrying) {
      keep(false);
      meant = selector;
    }
    ahead?.focus();
  };

  // At once where the field is there, else as soon as it is.
  const lead = (selector) => {
    const field = fresh(selector);
    if (field) deliver(field);
    else wait(selector);
  };

  const deliverIfThere = () => {
    const to = awaited();
    if (!to || to === ANSWER || to === NEXT) return;
    const field = fresh(to);
    if (field) deliver(field);
  };

  // The answer has come, and this is where it would put the cursor. Who went elsewhere meanwhile stays there.
  const arrive = (field) => {
    unsetStale();
    const nobody = looking && field.matches(FINDER);
    looking = false;
    if (!meant && typing && typing === document.activeElement) return;
    if (nobody) {
      // What was typed behind the number was for a guest who was not found, and not for the one before.
      forget();
      go(field);
      return;
    }
    const to = awaited();
    const wanted = to && to !== ANSWER && to !== NEXT ? fresh(to) : null;
    const text = pieces.length ? pieces[0].text : ahead ? ahead.value : "";
    if (wanted) {
      deliver(wanted);
    } else if (to === ANSWER && !field.matches(FINDER) && text) {
      // It failed: what was typed behind it was not meant for the field that must be corrected.
      const finder = document.querySelector(FINDER);
      forget();
      if (finder) type(finder, text, false);
      go(field);
    } else {
      deliver(field);
    }
  };

  const onKey = (event) => {
    if (!ahead || !ahead.isConnected || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    if (target === ahead) {
      if (event.key === "Enter") {
        if (meant && ahead.value) {
          keep(true);
          meant = after(meant);
        }
        event.preventDefault();
        event.stopPropagation();
      }
    }
    if (KEYS[event.key] && (event.key === "F2" || document.querySelector(".k-desk-till") || meant)) {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "F10" && !fresh(KEYS.F10)) {
        const give = fresh(".k-give");
        if (!give) return;
        give.click();
      }
      lead(KEYS[event.key]);
    }
  };

  // After the field has heard of it, and before the next key.
  const onEnter = (event) => {
    const input = event.composedPath()[0];
    if (event.key !== "Enter" || !ahead || !ahead.isConnected || !(input instanceof HTMLInputElement) || input === ahead) return;
    typing = null;
    const next = input.closest("[data-enter]");
    const form = input.closest(".k-till");
    if (next && form) {
      const field = form.querySelector(next.dataset.enter);
      if (field) go(field);
    } else if (input.closest(FINDER)) {
      if (!input.value.trim()) return;
      looking = true;
      setStale();
      wait(EARN);
    } else if (form && input.closest("[data-posts]")) {
      rememberRequest(form);
      setStale();
      wait(ANSWER);
    }
  };

  const onClick = (event) => {
    const clicked = event.composedPath()[0];
    typing = clicked instanceof HTMLInputElement && clicked.type !== "checkbox" ? clicked : null;
    rememberRequest(event.target.closest?.(".k-till > vaadin-button[theme~='primary']")?.parentElement);
    const button = event.target.closest?.("vaadin-button[data-enter]");
    const form = button?.closest(".k-till");
    const field = form?.querySelector(button.dataset.enter);
    if (field) go(field);
  };

  // Whoever looks elsewhere has typed for the finder: nothing else on the page takes what is typed without being asked.
  const onBlur = (event) => {
    if (delivering || event.relatedTarget?.closest?.(".k-candidates")) return;
    setTimeout(() => {
      if (document.activeElement === ahead || document.activeElement?.closest?.(".k-candidates")) return;
      const finder = document.querySelector(FINDER);
      const text = pieces.length ? pieces[0].text : ahead.value;
      forget();
      if (text && finder) type(finder, text, false);
      unsetStale();
    });
  };

  // What is being typed is in the address, so that a reload or a new sign-in brings it back.
  const remember = (input) => {
    if (!input.isConnected || !location.search.includes("card=")) return;
    const address = new URL(location.href);
    if (input.value) address.searchParams.set("amount", input.value);
    else address.searchParams.delete("amount");
    history.replaceState(history.state, "", address);
  };

  // Under which request it is pressed, until the server has said that it is posted: a new page asks for the same.
  const rememberRequest = (form) => {
    if (!form || !form.dataset.request || !location.search.includes("card=")) return;
    const address = new URL(location.href);
    address.searchParams.set("request", form.dataset.request);
    history.replaceState(history.state, "", address);
  };

  let later = 0;
  const onInput = (event) => {
    const input = event.composedPath()[0];
    if (event.isTrusted) typing = input;
    if (!(input instanceof HTMLInputElement) || !input.closest(EARN)) return;
    remember(input);
    // The guest's own address may be on its way still.
    clearTimeout(later);
    later = setTimeout(() => remember(input), 600);
  };

  // A phone's keyboard lies over the page: what posts stays above it.
  const view = window.visualViewport;
  const reach = () => {
    const covered = Math.max(0, window.innerHeight - view.height - view.offsetTop);
    document.documentElement.style.setProperty("--k-keyboard", covered + "px");
  };

  const start = (input) => {
    ahead = input;
    input.addEventListener("blur", onBlur);
    const seen = new MutationObserver(() => {
      if (!ahead || !ahead.isConnected) seen.disconnect();
      else deliverIfThere();
    });
    seen.observe(input.parentElement.parentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["hidden", "disabled"] });
    if (kontor.desk.listens) return;
    kontor.desk.listens = true;
    if (view) {
      view.addEventListener("resize", reach);
      view.addEventListener("scroll", reach);
      reach();
    }
    document.addEventListener("keydown", onKey, true);
    window.addEventListener("keydown", onEnter);
    document.addEventListener("click", onClick, true);
    document.addEventListener("input", onInput, true);
  };

  kontor.desk = { start, arrive };
})();
