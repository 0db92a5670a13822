package eu.kontor.feeds.application;

import org.apache.camel.builder.RouteBuilder;

/** One tenant's way in: from its inbox or its server into the intake. A file that fails stays where it is and is tried again. */
final class FeedRoute extends RouteBuilder {

    private final FeedSource source;
    private final FeedDoor door;

    FeedRoute(FeedSource source, FeedDoor door) {
        this.source = source;
        this.door = door;
    }

    @Override
    public void configure() {
        from(source.address()).routeId(source.routeId()).bean(door, "take");
    }
}
