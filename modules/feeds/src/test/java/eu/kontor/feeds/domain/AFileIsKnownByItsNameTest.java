package eu.kontor.feeds.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AFileIsKnownByItsNameTest {

    @Test
    void by_its_pattern_whole_and_with_or_without_what_compressed_it() {
        FeedMapping tickets = named("tickets-*.csv");

        assertThat(List.of("tickets-1.csv", "tickets-2026-11.csv", "tickets-1.csv.gz", "tickets-1.csv.ZIP"))
                .allMatch(tickets::fitsName);
        assertThat(List.of("tickets-1.csv.old", "my-tickets-1.csv", "tickets-1xcsv", "tickets-1.gz"))
                .noneMatch(tickets::fitsName);
    }

    @Test
    void whatever_signs_the_pattern_has() {
        assertThat(named("day (?)+[a].csv").fitsName("day (1)+[a].csv")).isTrue();
        assertThat(named("day (?)+[a].csv").fitsName("day 1a.csv")).isFalse();
        assertThat(named("*.csv.gz").fitsName("till.csv.gz")).isTrue();
    }

    private static FeedMapping named(String files) {
        FeedMapping any = FeedMapping.standard(Layout.TICKETS);
        return new FeedMapping(
                "tickets",
                any.layout(),
                Optional.of(files),
                any.separator(),
                any.encoding(),
                any.formats(),
                any.rows(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                any.corrections(),
                any.expected());
    }
}
