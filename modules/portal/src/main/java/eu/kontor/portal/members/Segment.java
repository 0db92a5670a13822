package eu.kontor.portal.members;

import eu.kontor.kernel.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whom a list of members opens with, before anybody's name is typed. */
enum Segment {
    /** Who bought here last. */
    RECENT,
    /** Who became a member this month. */
    NEW,
    /** Whose card is blocked and was not replaced. */
    BLOCKED,
    /** Whose points were taken back after they had been spent. */
    DEBT;

    /** The coalition has no tills. */
    static List<Segment> of(Caller caller) {
        return Arrays.stream(values())
                .filter(segment -> segment != RECENT || caller.tenant().isPresent())
                .toList();
    }

    static Optional<Segment> named(String name, Caller caller) {
        return of(caller).stream()
                .filter(segment -> segment.slug().equals(name))
                .findFirst();
    }

    /** In the address and in the texts' keys. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
