// What lists need in the browser: Enter opens the focused row; on a phone, and where a panel beside it leaves too little
// room, one composed column stands for all others.
window.kontorLists = {
  phone: window.matchMedia('(max-width: 640px)'),
  beside: window.matchMedia('(min-width: 1001px)'), // else a panel covers the table

  attach(grid) {
    if (grid.kontorAttached) {
      return;
    }
    grid.kontorAttached = true;
    grid.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.defaultPrevented) {
        return;
      }
      const context = grid.getEventContext(event);
      if (context && context.section === 'body' && context.item) {
        grid.dispatchEvent(new CustomEvent('k-open', { detail: { key: context.item.key } }));
        event.preventDefault();
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
      columns.forEach((column) => {
        column.hidden = column.hasAttribute('data-phone') !== narrow;
      });
      grid.toggleAttribute('data-narrow', narrow);
    };
    new ResizeObserver(() => requestAnimationFrame(choose)).observe(grid);
    new MutationObserver(choose).observe(grid, { attributeFilter: ['overflow'] });
    this.phone.addEventListener('change', choose);
    choose();
    requestAnimationFrame(choose);
  },
};
