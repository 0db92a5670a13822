package eu.kontor.trust.api;

import java.util.Arrays;
import java.util.Locale;

/** How far people came with a signal: new → looked at → founded or unfounded; one that was closed by mistake is looked at again. */
public enum SignalState {
    NEW,
    LOOKED_AT,
    FOUNDED,
    UNFOUNDED;

    public boolean isClosed() {
        return this == FOUNDED || this == UNFOUNDED;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is none of that slug */
    public static SignalState ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(state -> state.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state of a signal is called " + slug));
    }
}
