// Small things of the portal that belong in the browser: copying, arrow keys in result lists.
window.kontor = window.kontor || {};

// Copies a text and says so on the button itself for two seconds.
window.kontor.copy = async (button, text) => {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
  } else {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  const before = button.textContent;
  button.textContent = button.dataset.done;
  setTimeout(() => { button.textContent = before; }, 2000);
};

// Up and down walk through the links of a result list; Enter in the field takes the first.
window.kontor.arrows = (box) => {
  if (box.kontorArrows) return;
  box.kontorArrows = true;
  box.addEventListener("keydown", (event) => {
    const links = [...box.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && links.length) {
      links[Math.min(at + 1, links.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (at === 0 ? box.querySelector("vaadin-text-field") : links[at - 1]).focus();
    } else if (event.key === "Enter" && at < 0 && links.length) {
      links[0].click();
    } else {
      return;
    }
    event.preventDefault();
  });
};

// Up and down walk through a list of choices that are buttons.
window.kontor.choices = (list) => {
  list.addEventListener("keydown", (event) => {
    const buttons = [...list.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement);
    const to = event.key === "ArrowDown" ? at + 1 : event.key === "ArrowUp" ? at - 1 : -1;
    if (to < 0 || to >= buttons.length) return;
    buttons[to].focus();
    event.preventDefault();
  });
};

// A button that was pressed waits until the server has answered. On a slow line people press again, and what is pressed twice would be done
// twice, or would say that there is nothing left to do.
(() => {
  if (window.kontorPresses) return;
  window.kontorPresses = true;
  const LOOK_EVERY_MILLISECONDS = 50;
  const isWaiting = () => Object.values(window.Vaadin?.Flow?.clients ?? {}).some((client) => client.isActive?.());

  document.addEventListener("click", (event) => {
    const button = event.composedPath().find((each) => each.localName === "vaadin-button" || each.localName === "button");
    if (!button) return;
    if (button.kontorPressed) {
      event.stopImmediatePropagation();
      event.preventDefault();
      return;
    }
    // Only what asks the server waits for it: whether it did is known once the press has been handled.
    setTimeout(() => {
      if (!isWaiting()) return;
      button.kontorPressed = true;
      button.setAttribute("aria-busy", "true");
      const look = () => {
        if (isWaiting() && button.isConnected) {
          setTimeout(look, LOOK_EVERY_MILLISECONDS);
          return;
        }
        button.kontorPressed = false;
        button.removeAttribute("aria-busy");
      };
      setTimeout(look, LOOK_EVERY_MILLISECONDS);
    });
  }, true);
})();
