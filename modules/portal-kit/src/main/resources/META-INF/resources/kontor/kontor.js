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
