package eu.kontor.proof.application;

import static eu.kontor.ledger.testing.TestLedger.gift;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.api.LedgerIsCoherent.Verdict;
import eu.kontor.proof.api.Reached;
import eu.kontor.proof.persistence.CoherenceScreen;
import eu.kontor.proof.persistence.CoherenceWalk;
import eu.kontor.proof.seal.LedgerSeals;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From check to check the sums over old transfers are carried on, and are what reading them all again would give. */
class WhatTheCheckRemembersTest {

    private static final Set<String> READ_BY_NO_RULE = Set.of("posted_at", "program_version", "actor_id");

    private final KontorDatabase database = KontorDatabase.fresh();
    private final TenantId hotel = database.tenant("hotel");
    private final TenantId cafe = database.tenant("cafe");
    private final CheckedLedger ledger = new CheckedLedger(database);
    private final LedgerSeals seals = new LedgerSeals(database.transactions(), ledger.clock);

    @AfterEach
    void close() {
        database.server().close();
    }

    @Test
    void is_what_reading_everything_again_would_give() throws SQLException {
        ledger.earn(newMember(), cafe, TestLedger.FIRST_WINDOW.atDay(3), TestLedger.ONE_YEAR, 5);
        ledger.tellEverybody(TestLedger.FIRST_WINDOW.plusYears(1).atDay(1));
        ledger.windows.close(TestLedger.FIRST_WINDOW);
        long key = checked().key();
        MemberId guest = newMember();
        MemberId friend = newMember();
        Posted stay = ledger.earn(guest, hotel, 100);
        seals.seal();
        checked();
        ledger.redeem(guest, cafe, 60);
        ledger.reverse(guest, hotel, stay.id());
        ledger.earn(guest, cafe, 90);
        checked();
        seals.seal();
        ledger.posted(gift(guest, friend, cafe, 10));
        ledger.authorize(guest, cafe, 5);
        ledger.expire(TestLedger.TODAY);
        ledger.earn(friend, cafe, 7);

        CoherenceWalk carriedOn = checked();

        assertThat(carriedOn.key()).as("carried on").isEqualTo(key);
        assertThat(carriedOn.sums()).isEqualTo(readAgain(key));
        assertThat(carriedOn.sums())
                .containsEntry(
                        "transfers", BigDecimal.valueOf(ledger.check.check().transfers()));
    }

    @Test
    void ends_before_a_transaction_that_is_not_over() throws SQLException {
        MemberId guest = newMember();
        ledger.earn(guest, hotel, 100);
        try (Connection slow = database.superuser();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("select pg_current_xact_id()");
            ledger.earn(guest, hotel, 10);

            assertThat(checked().sums()).containsEntry("transfers", BigDecimal.ONE);
            Verdict meanwhile = ledger.check.check();
            assertThat(meanwhile.transfers()).isEqualTo(2);
            assertThat(meanwhile.findings()).isEmpty();
        }

        assertThat(checked().sums()).containsEntry("transfers", BigDecimal.TWO);
    }

    @Test
    void counts_no_more_when_a_window_was_closed_since() throws SQLException {
        ledger.earn(newMember(), cafe, TestLedger.FIRST_WINDOW.atDay(3), TestLedger.ONE_YEAR, 5);
        CoherenceWalk before = checked();
        ledger.windows.close(TestLedger.FIRST_WINDOW);

        CoherenceWalk after = checked();

        assertThat(after.key()).as("read anew").isNotEqualTo(before.key());
        assertThat(after.sums().get("position_transfers"))
                .isNotEqualTo(before.sums().get("position_transfers"));
    }

    @Test
    void is_not_written_again_when_nothing_happened() throws SQLException {
        ledger.earn(newMember(), hotel, 100);
        CoherenceWalk before = checked();

        assertThat(checked()).isEqualTo(before);
    }

    /** A rule may rest on any of them but those that none of the screen reads: a column that is added belongs into the sum, or here. */
    @Test
    void is_no_longer_the_same_whatever_was_changed_of_a_transfer() throws SQLException {
        ledger.earn(newMember(), hotel, 100);
        BigDecimal content = readAgain(1).get("content");
        for (String column : columnsOfTransfer()) {
            try (Connection superuser = database.superuser();
                    Statement statement = superuser.createStatement()) {
                statement.execute("set session_replication_role = replica");
                statement.execute("create table coalition.kept as select * from coalition.transfer");
                statement.executeUpdate("update coalition.transfer set " + column + " = " + another(column));
                boolean isSame = readAgain(1).get("content").equals(content);
                statement.execute("delete from coalition.transfer");
                statement.execute("insert into coalition.transfer select * from coalition.kept");
                statement.execute("drop table coalition.kept");
                assertThat(isSame).as(column + " changed unseen").isEqualTo(READ_BY_NO_RULE.contains(column));
            }
        }
    }

    private List<String> columnsOfTransfer() throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select column_name from information_schema.columns"
                        + " where table_schema = 'coalition' and table_name = 'transfer'")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        assertThat(columns).hasSizeGreaterThan(READ_BY_NO_RULE.size());
        return columns;
    }

    private static String another(String column) {
        return switch (column) {
            case "kind" -> "'Z'";
            case "posted_xid" -> "'3'";
            case "posted_at" -> "posted_at + interval '1 day'";
            case "debit_account", "credit_account" -> column + " + 10";
            default -> column + " + 1";
        };
    }

    private CoherenceWalk checked() throws SQLException {
        assertThat(ledger.check.check().findings()).isEmpty();
        try (Connection superuser = database.superuser()) {
            return CoherenceWalk.latest(superuser);
        }
    }

    private Map<String, BigDecimal> readAgain(long key) {
        return database.transactions().asAuditor(unit -> {
            CoherenceScreen screen = new CoherenceScreen(unit.connection(), CoherenceWalk.NONE, key, Reached.UNHEARD);
            screen.read();
            return screen.toRemember().orElseThrow().sums();
        });
    }
}
