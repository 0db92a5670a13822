// What lists need in the browser: Enter opens the focused row; on a phone one composed column stands for all others.
window.kontorLists = {
  phone: window.matchMedia('(max-width: 640px)'),

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
    const choose = () => {
      grid.querySelectorAll('vaadin-grid-column').forEach((column) => {
        column.hidden = column.hasAttribute('data-phone') !== this.phone.matches;
      });
      grid.toggleAttribute('data-narrow', this.phone.matches);
    };
    this.phone.addEventListener('change', choose);
    choose();
    requestAnimationFrame(choose);
  },
};
