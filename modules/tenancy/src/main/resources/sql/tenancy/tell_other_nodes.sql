update coalition.coalition set revision = revision + 1;
