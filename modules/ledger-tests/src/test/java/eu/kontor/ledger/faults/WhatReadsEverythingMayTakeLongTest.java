package eu.kontor.ledger.faults;

import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Longer than a till would wait: a lock that others hold for seven seconds stands for a ledger of a million members. */
class WhatReadsEverythingMayTakeLongTest {

    /** A poster gives a lock up after five. */
    private static final Duration LONG = Duration.ofSeconds(7);

    private final KontorDatabase database = KontorDatabase.fresh();
    private final TenantId hotel = database.tenant("hotel");
    private final CheckedLedger ledger = new CheckedLedger(database);

    @AfterEach
    void stop() {
        ledger.mustBeCoherent();
        database.server().close();
    }

    @Test
    void who_is_due_and_what_is_outstanding() throws Exception {
        MemberId guest = newMember();
        ledger.earn(guest, hotel, TODAY.minusYears(1), ONE_YEAR, 100);
        ledger.tellEverybody(TODAY.minusDays(30));
        CompletableFuture<Map<TenantId, Points>> outstanding;
        CompletableFuture<Points> sum;

        try (Connection somebody = database.superuser();
                Statement statement = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            statement.execute("lock table coalition.balance in access exclusive mode");
            outstanding = CompletableFuture.supplyAsync(ledger.balances::outstandingByIssuer);
            sum = CompletableFuture.supplyAsync(ledger.balances::outstanding);
            Thread.sleep(LONG);
            somebody.rollback();
        }
        assertThat(outstanding.get()).containsExactly(Map.entry(hotel, Points.of(100)));
        assertThat(sum.get()).isEqualTo(Points.of(100));

        CompletableFuture<Points> expired;
        try (Connection somebody = database.superuser();
                Statement statement = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            statement.execute("lock table coalition.expiry_notice in access exclusive mode");
            expired = CompletableFuture.supplyAsync(() -> ledger.expire(TODAY).points());
            Thread.sleep(LONG);
            somebody.rollback();
        }
        assertThat(expired.get()).isEqualTo(Points.of(100));
    }
}
