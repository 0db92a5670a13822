// What is wrong with the boxes of a view, in one line each; the same for a test and for whoever looks with a browser's console.
() => {
  const findings = [];
  const phone = innerWidth <= 640;
  const name = (element) => {
    const words = element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40);
    const classes = [...element.classList].slice(0, 2).map((c) => '.' + c).join('');
    return `${element.localName}${classes} “${words || element.getAttribute('aria-label') || ''}”`;
  };
  const panel = [...document.querySelectorAll('.k-side-panel:not([hidden])')].find((p) => p.getBoundingClientRect().width > 0);
  const covers = panel && getComputedStyle(panel).position === 'fixed';
  const root = covers ? panel : document.querySelector('.k-content') ?? document.body;

  const isShown = (element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    // What is for screen readers alone, such as a table's headings on a phone, is clipped to nothing.
    for (let at = element; at; at = at.parentElement) {
      if (getComputedStyle(at).clipPath !== 'none') return false;
    }
    return !element.closest('.k-skip, [slot="sr-label"]');
  };
  // The part of a box that its surroundings let be seen.
  const seen = (element, rect) => {
    let { left, right, top, bottom } = rect;
    for (let at = element; at && at !== document.documentElement; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
      const style = getComputedStyle(at);
      if (style.overflow !== 'visible' && style.display !== 'inline') {
        const clip = at.getBoundingClientRect();
        left = Math.max(left, clip.left); right = Math.min(right, clip.right);
        top = Math.max(top, clip.top); bottom = Math.min(bottom, clip.bottom);
      }
    }
    return right - left > 1 && bottom - top > 1 ? { left, right, top, bottom } : null;
  };

  // Texts: cut, and one over the other.
  const texts = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element || ['SCRIPT', 'STYLE', 'OPTION'].includes(element.tagName) || !isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const box = seen(element, rect);
      if (box) texts.push({ element, box });
    }
    for (let at = element; at && at !== root; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (!['hidden', 'clip'].includes(style.overflowX) || at.scrollWidth <= at.clientWidth + 1 || at.clientWidth === 0) continue;
      at.dispatchEvent(new MouseEvent('mouseover', { bubbles: true, composed: true }));
      if (!(style.textOverflow === 'ellipsis' && at.closest('[title]'))) {
        findings.push(`cut: ${name(at)}, ${at.scrollWidth} in ${at.clientWidth}`);
      }
      break;
    }
  }
  for (let i = 0; i < texts.length; i++) {
    for (let j = i + 1; j < texts.length; j++) {
      const one = texts[i], other = texts[j];
      if (one.element === other.element) continue;
      const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      // Lines of text touch by their ascenders without any letter touching.
      if (width > 2 && height > 5) findings.push(`over each other: ${name(one.element)} and ${name(other.element)}`);
    }
  }

  // What is pressed.
  if (phone) {
    const pressed = 'a[href], button, vaadin-button, summary, vaadin-details-summary, vaadin-text-field, vaadin-select, vaadin-date-picker,'
      + ' vaadin-time-picker, vaadin-combo-box, vaadin-password-field, vaadin-integer-field, vaadin-menu-bar-button';
    for (const element of root.querySelectorAll(pressed)) {
      if (!isShown(element) || element.closest('vaadin-grid') || element.closest('[disabled]')) continue;
      const inSentence = element.localName === 'a' && getComputedStyle(element).display === 'inline'
        && element.parentElement.textContent.trim() !== element.textContent.trim();
      if (inSentence || element.parentElement.closest(pressed)) continue;
      const field = element.shadowRoot?.querySelector('[part~="input-field"]') ?? element;
      const box = field.getBoundingClientRect();
      if (box.width > 0 && box.height < 43.5) findings.push(`small: ${name(element)}, ${Math.round(box.width)} × ${Math.round(box.height)}`);
    }
  }
  return [...new Set(findings)].slice(0, 12);
}
