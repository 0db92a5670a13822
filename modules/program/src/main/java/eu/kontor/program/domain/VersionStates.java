package eu.kontor.program.domain;

import eu.kontor.program.api.ProgramVersions.State;
import eu.kontor.program.domain.ProgramHistory.PublishedVersion;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is with each version on a day. One that a newer version preceded will never be in force, whatever its first day: it is past. */
public final class VersionStates {

    private VersionStates() {}

    /** @return by number */
    public static Map<Integer, State> of(List<PublishedVersion> newestFirst, LocalDate today) {
        Map<Integer, State> states = new HashMap<>();
        Optional<LocalDate> newerBegins = Optional.empty();
        for (PublishedVersion version : newestFirst) {
            if (version.isCancelled()) {
                states.put(version.version(), State.CANCELLED);
                continue;
            }
            boolean isReplaced = newerBegins
                    .filter(newer -> !newer.isAfter(version.validFrom()) || !newer.isAfter(today))
                    .isPresent();
            if (isReplaced) {
                states.put(version.version(), State.PAST);
            } else {
                states.put(version.version(), version.validFrom().isAfter(today) ? State.PLANNED : State.IN_FORCE);
            }
            LocalDate begins = version.validFrom();
            newerBegins = Optional.of(
                    newerBegins.filter(newer -> newer.isBefore(begins)).orElse(begins));
        }
        return states;
    }
}
