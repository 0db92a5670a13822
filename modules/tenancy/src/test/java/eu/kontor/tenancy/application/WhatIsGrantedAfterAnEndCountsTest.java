package eu.kontor.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.tenancy.persistence.EndedAccessRecords;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens say in whole seconds when they were issued: who signs in right after an end must not be taken for who did right before it. */
class WhatIsGrantedAfterAnEndCountsTest {

    private final AccessEndings endings =
            new AccessEndings(KontorDatabase.shared().transactions(), new EndedAccessRecords());

    @Test
    void even_a_moment_after_it() {
        Instant before = issuedNow();
        endings.end(Map.of("ana", "roles changed", "pau", "left"));
        Instant after = issuedNow();

        for (String subject : List.of("ana", "pau")) {
            assertThat(endings.isEnded(subject, before)).isTrue();
            assertThat(endings.isEnded(subject, after)).isFalse();
        }
    }

    @Test
    void and_nobody_is_turned_out_who_could_not_sign_in_anew_at_once() {
        List<Boolean> counts = new ArrayList<>();
        endings.whenEnded(() -> counts.add(!endings.isEnded("eva", issuedNow())));

        endings.end(Map.of("eva", "roles changed"));

        assertThat(counts).containsExactly(true);
    }

    /** As a token has it. */
    private static Instant issuedNow() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
