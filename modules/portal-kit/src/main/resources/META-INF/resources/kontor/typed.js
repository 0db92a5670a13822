// What somebody typed and did not send is not lost with the page: when it had to be loaded anew, because the server or the sign-in was gone
// (whoever leaves a page by themselves knows it), it is offered to the same person at the same place. It stays in this tab of this browser, for half an hour at most, and goes with a sign-out.
(() => {
  if (window.kontorTyped) return;
  const NAME = "kontor-typed";
  const HALF_AN_HOUR = 30 * 60 * 1000;
  const LOOK_EVERY_MILLISECONDS = 300;
  const FIELDS = "vaadin-text-field, vaadin-text-area, vaadin-number-field, vaadin-integer-field, vaadin-email-field, vaadin-combo-box";
  const words = JSON.parse(document.getElementById("kontor-words")?.textContent ?? "{}");
  const typed = new Set();
  let forgets = false;
  let isLost = false;

  const person = () => document.querySelector(".k-shell")?.dataset.person;
  const nameOf = (field) => field.label || field.accessibleName || field.getAttribute("aria-label") || field.placeholder || "";
  const textOf = (field) => (field.querySelector("input, textarea")?.value ?? String(field.value ?? "")).trim();
  const shown = () => [...document.querySelectorAll(FIELDS)].filter((field) => !field.disabled && !field.readonly);

  // Codes are secrets: their fields are password fields, which are not among these.
  document.addEventListener(
    "input",
    (event) => {
      const field = event.composedPath().find((node) => node.matches?.(FIELDS));
      if (field && event.isTrusted) typed.add(field);
    },
    true,
  );

  const kept = () => {
    try {
      const all = JSON.parse(sessionStorage.getItem(NAME));
      return all && Date.now() - all.at < HALF_AN_HOUR ? all : undefined;
    } catch (unreadable) {
      return undefined;
    }
  };
  const keep = (all) => {
    if (all?.fields.length) sessionStorage.setItem(NAME, JSON.stringify(all));
    else sessionStorage.removeItem(NAME);
  };

  window.addEventListener("pagehide", () => {
    if (!isLost || forgets || !person()) return;
    const fields = [...typed]
      .filter((field) => field.isConnected && nameOf(field) && textOf(field))
      .map((field) => ({ name: nameOf(field), text: textOf(field) }));
    if (fields.length) keep({ person: person(), path: location.pathname, at: Date.now(), fields });
  });

  window.kontorTyped = {
    // The page is about to go, and nobody wanted that.
    lost() {
      isLost = true;
    },
    forget() {
      forgets = true;
      sessionStorage.removeItem(NAME);
    },
  };

  // Vaadin loads the page anew when it is told that the session is over, or that the page is outdated.
  const IS_OVER = /"(sessionExpired|appError)"/;
  const LONGEST = 2000;
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, address, ...more) {
    if (/[?&]v-r=(uidl|heartbeat)\b/.test(address)) {
      this.addEventListener("load", () => {
        const says = this.responseType === "" || this.responseType === "text" ? this.responseText : "";
        if (this.status === 401 || this.status === 403 || (says.length < LONGEST && IS_OVER.test(says))) window.kontorTyped.lost();
      });
    }
    return open.call(this, method, address, ...more);
  };

  const isShownAlready = (each) => shown().some((field) => nameOf(field) === each.name && textOf(field) === each.text);

  const putBack = (each) => {
    const empty = shown().find((field) => nameOf(field) === each.name && !textOf(field));
    if (!empty) return false;
    empty.value = each.text;
    empty.dispatchEvent(new CustomEvent("change", { bubbles: true }));
    typed.add(empty);
    return true;
  };

  const element = (name, parent, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    parent?.append(made);
    return made;
  };

  const offer = (all) => {
    const box = element("section", undefined, undefined, "k-typed");
    box.setAttribute("role", "status");
    element("strong", box, words.typed);
    element("p", box, words.typedSentence);
    const list = element("dl", box);
    const fill = () => {
      list.replaceChildren();
      all.fields.forEach((each) => {
        element("dt", list, each.name);
        element("dd", list, each.text);
      });
    };
    fill();
    const close = () => {
      keep(undefined);
      box.remove();
    };
    const actions = element("div", box);
    element("button", actions, words.putBack).addEventListener("click", () => {
      all.fields = all.fields.filter((each) => !putBack(each));
      keep(all);
      if (all.fields.length) fill();
      else box.remove();
    });
    element("button", actions, words.discard).addEventListener("click", close);
    // A dialog is above everything else in the page; what is kept for it must be reachable there, too.
    box.setAttribute("popover", "manual");
    document.body.append(box);
    box.showPopover?.();
    const stayOnTop = () => {
      if (!box.isConnected || !box.showPopover) return;
      const { left, top, width, height } = box.getBoundingClientRect();
      if (!box.contains(document.elementFromPoint(left + width / 2, top + height / 2))) {
        box.hidePopover();
        box.showPopover();
      }
      setTimeout(stayOnTop, LOOK_EVERY_MILLISECONDS);
    };
    setTimeout(stayOnTop, LOOK_EVERY_MILLISECONDS);
  };

  const ATTEMPTS = 300;
  const PAUSE_MILLISECONDS = 100;
  const CALM_MILLISECONDS = 700;
  const isBusy = () => Object.values(window.Vaadin?.Flow?.clients ?? {}).some((client) => client.isActive?.());
  const begin = (attempt) => {
    const all = kept();
    if (!all || attempt > ATTEMPTS) return;
    if (!person() || isBusy()) {
      setTimeout(() => begin(attempt + 1), PAUSE_MILLISECONDS);
      return;
    }
    if (all.person !== person()) {
      keep(undefined);
      return;
    }
    if (all.path !== location.pathname) return;
    // What the view has brought back by itself is not offered again.
    setTimeout(() => {
      all.fields = all.fields.filter((each) => !isShownAlready(each));
      keep(all);
      if (all.fields.length) offer(all);
    }, CALM_MILLISECONDS);
  };
  begin(0);
})();
