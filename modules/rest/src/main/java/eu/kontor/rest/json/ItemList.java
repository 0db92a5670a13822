package eu.kontor.rest.json;

/** A body that is a list of {@link JsonItem}s, each of which is read by itself: its own reader takes it apart. */
public interface ItemList {}
