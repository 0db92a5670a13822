package eu.kontor.trust.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import eu.kontor.trust.api.Signal;
import eu.kontor.trust.api.SignalKind;
import eu.kontor.trust.persistence.SignalRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WhatLooksLikeFraudIsRaisedTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final AtomicLong NEXT_MEMBER = new AtomicLong(7_100_000);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    private final TenantId hotel = DATABASE.tenant("signals-hotel");
    private final TenantId cafe = DATABASE.tenant("signals-cafe");
    private final Transactions transactions = DATABASE.transactions();
    private final RaisedSignals signals = new RaisedSignals(transactions, new SignalRows(), NOON);
    private final MemberId guest = new MemberId(NEXT_MEMBER.incrementAndGet());

    @Test
    void ten_thousand_times_is_one_row_that_counts() throws SQLException {
        for (int i = 0; i < 10_000; i++) {
            signals.raise(SignalKind.CODE_GUESSING, hotel, Signal.About.member(guest), Map.of("wrong", "5"));
        }
        signals.write();
        signals.raise(SignalKind.CODE_GUESSING, hotel, Signal.About.member(guest), Map.of("wrong", "6"));
        signals.write();
        assertThat(found())
                .containsExactly("new 10001 [{\"at\": \"2026-06-01T12:00:00Z\", \"wrong\": \"5\"},"
                        + " {\"at\": \"2026-06-01T12:00:00Z\", \"wrong\": \"6\"}]");
    }

    @Test
    void and_is_raised_anew_once_somebody_closed_it() throws SQLException {
        signals.raise(SignalKind.VELOCITY, hotel, Signal.About.member(guest), Map.of());
        signals.write();
        close();
        signals.raise(SignalKind.VELOCITY, hotel, Signal.About.member(guest), Map.of());
        signals.write();
        assertThat(found()).hasSize(2);
    }

    @Test
    void but_what_is_found_again_by_looking_again_is_not() throws SQLException {
        Signal twoPlaces = Signal.of(SignalKind.TWO_PLACES, hotel, Signal.About.member(guest), Map.of())
                .once("postings 1 and 2 of " + guest.value());
        signals.raise(twoPlaces);
        signals.write();
        close();
        signals.raise(twoPlaces);
        signals.write();
        assertThat(found()).hasSize(1);
    }

    @Test
    void under_the_poster_in_the_transaction_that_it_tells_of() throws SQLException {
        Signal raised = Signal.of(SignalKind.VELOCITY, hotel, Signal.About.member(guest), Map.of());
        transactions.asPoster(unit -> {
            signals.raise(unit, raised);
            return raised;
        });
        assertThatThrownBy(() -> transactions.asPoster(unit -> {
                    signals.raise(unit, raised);
                    throw new SQLException("the posting failed");
                }))
                .isInstanceOf(DatabaseFailure.class);
        assertThat(found()).containsExactly("new 1 [{\"at\": \"2026-06-01T12:00:00Z\"}]");
    }

    @Test
    void by_a_brand_for_itself_and_for_no_other() {
        Signal ofAnother = Signal.of(SignalKind.VELOCITY, cafe, Signal.About.member(guest), Map.of());
        assertThatThrownBy(() -> transactions.asTenant(hotel, unit -> {
                    signals.raise(unit, ofAnother);
                    return ofAnother;
                }))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("a brand raises signals that concern it");
    }

    private List<String> found() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DATABASE.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select state, times, facts from coalition.signal where about = '"
                                + guest.value() + "' order by signal_id")) {
            while (rows.next()) {
                found.add(rows.getString("state") + " " + rows.getInt("times") + " " + rows.getString("facts"));
            }
        }
        return found;
    }

    private void close() throws SQLException {
        try (Connection connection = DATABASE.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("update coalition.signal set state = 'unfounded' where about = '" + guest.value() + "'");
        }
    }
}
