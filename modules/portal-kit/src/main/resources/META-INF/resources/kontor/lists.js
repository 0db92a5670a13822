// What lists need in the browser: Enter opens the focused row, and a row is a link; on a phone, and where a panel beside it leaves too
// little room, one composed column stands for all others; a person's choice of columns is remembered.
window.kontorLists = {
  phone: window.matchMedia('(max-width: 640px)'),
  beside: window.matchMedia('(min-width: 1001px)'), // else a panel covers the table

  attach(grid) {
    if (grid.kontorAttached) {
      return;
    }
    grid.kontorAttached = true;
    const rowOf = (event) => {
      const context = grid.getEventContext(event);
      return context && context.section === 'body' ? context.item : null;
    };
    const open = (item) => grid.dispatchEvent(new CustomEvent('k-open', { detail: { key: item.key } }));
    grid.addEventListener('keydown', (event) => {
      const item = event.key === 'Enter' && !event.defaultPrevented && rowOf(event);
      if (!item) {
        return;
      }
      if (event.ctrlKey || event.metaKey) {
        this.inNewTab(item);
      } else {
        open(item);
      }
      event.preventDefault();
    });
    // In the capture phase: before the link, the router and the grid do what they do with a press.
    const press = (event) => {
      const item = rowOf(event);
      const link = event.composedPath().find((node) => node.localName === 'a');
      if (!item || !item.href || (link && !link.classList.contains('k-row-link'))) {
        return;
      }
      if (event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey) {
        if (!link) {
          this.inNewTab(item);
          event.preventDefault();
        }
        event.stopPropagation();
      } else if (event.button === 0 && link) {
        open(item);
        event.preventDefault();
        event.stopPropagation();
      }
    };
    grid.addEventListener('click', press, true);
    grid.addEventListener('auxclick', press, true);
    // What a column has no room for is told by whoever points at it.
    grid.addEventListener('mouseover', (event) => {
      const cell = event.composedPath().find((node) => node.localName === 'vaadin-grid-cell-content');
      const cut = cell && [cell, ...cell.querySelectorAll('*')].some((part) => part.scrollWidth > part.clientWidth + 1);
      if (cut && !cell.title) {
        cell.title = cell.textContent.trim();
      } else if (cell && !cut) {
        cell.removeAttribute('title');
      }
    });
    // How wide all columns are, known once they were cut off beside a panel.
    let needed = 0;
    const choose = () => {
      const columns = [...grid.querySelectorAll('vaadin-grid-column')];
      const beside =
        this.beside.matches && grid.closest('.k-with-side')?.querySelector(':scope > .k-side-panel:not([hidden])');
      const cut = (grid.getAttribute('overflow') || '').includes('end');
      if (beside && cut && !grid.hasAttribute('data-narrow')) {
        needed = grid.$.table.scrollWidth;
      }
      const tight = beside && needed > grid.clientWidth && columns.some((column) => column.hasAttribute('data-phone'));
      const narrow = this.phone.matches || Boolean(tight);
      const unwanted = this.remembered(grid).split(',');
      columns.forEach((column) => {
        column.hidden = column.hasAttribute('data-phone') !== narrow || unwanted.includes(column.dataset.key);
      });
      grid.toggleAttribute('data-narrow', narrow);
    };
    new ResizeObserver(() => requestAnimationFrame(choose)).observe(grid);
    new MutationObserver(choose).observe(grid, { attributeFilter: ['overflow'] });
    grid.kontorChoose = () => {
      needed = 0; // fewer columns need less room
      choose();
    };
    this.phone.addEventListener('change', choose);
    choose();
    requestAnimationFrame(choose);
  },

  inNewTab(item) {
    window.open(new URL(item.href, document.baseURI), '_blank', 'noopener');
  },

  // The columns that this person does not want to see in this list, by their names with commas between.
  memory(grid) {
    const person = document.querySelector('.k-shell')?.dataset.person ?? '';
    return `kontor-columns/${person}/${grid.dataset.list}`;
  },

  remembered(grid) {
    try {
      return localStorage.getItem(this.memory(grid)) ?? '';
    } catch {
      return ''; // a browser that keeps nothing
    }
  },

  hide(grid, names) {
    try {
      localStorage.setItem(this.memory(grid), names);
    } catch {
      // it is forgotten with the page
    }
    grid.kontorChoose?.();
  },
};
