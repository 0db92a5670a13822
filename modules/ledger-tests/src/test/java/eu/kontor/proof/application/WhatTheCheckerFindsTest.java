package eu.kontor.proof.application;

import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.gift;
import static eu.kontor.ledger.testing.TestLedger.goodwill;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static eu.kontor.ledger.testing.TestLedger.part;
import static eu.kontor.ledger.testing.TestLedger.returning;
import static eu.kontor.ledger.testing.TestLedger.reversal;
import static eu.kontor.ledger.testing.TestLedger.takingBack;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Returned;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.api.LedgerIsCoherent.Finding;
import eu.kontor.proof.persistence.CoherenceRules;
import eu.kontor.proof.seal.LedgerSeals;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** A superuser spoils one thing after the other; the checker names each, and the superuser puts it right again. */
class WhatTheCheckerFindsTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");
    private static final CheckedLedger LEDGER = new CheckedLedger(DATABASE);
    private static final List<String> TABLES = List.of(
            "transfer",
            "actor",
            "balance",
            "hold",
            "hold_outcome",
            "reversal",
            "reversal_line",
            "redemption_return",
            "gift",
            "account_link",
            "passing",
            "passed_debt",
            "award_part",
            "debt",
            "request",
            "window_position",
            "expiry_notice",
            "balance_snapshot",
            "position_snapshot",
            "position_watermark",
            "transfer_kind",
            "settlement_window",
            "sealed_page");

    private static final Set<String> SEEN = new HashSet<>();

    @BeforeAll
    static void a_little_of_everything() {
        MemberId spender = newMember();
        Posted stay = LEDGER.earn(spender, HOTEL, 100);
        LEDGER.redeem(spender, CAFE, 60);
        LEDGER.reverse(spender, HOTEL, stay.id());
        LEDGER.earn(spender, CAFE, 10);
        MemberId holder = newMember();
        LEDGER.earn(holder, HOTEL, 50);
        LEDGER.earn(holder, HOTEL, 50);
        LEDGER.authorize(holder, CAFE, 20);
        MemberId giver = newMember();
        MemberId friend = newMember();
        LEDGER.earn(giver, HOTEL, 30);
        LEDGER.earn(giver, CAFE, 30);
        LEDGER.posted(gift(giver, friend, CAFE, 50));
        MemberId shared = newMember();
        Posted dinner = LEDGER.posted(
                earning(newKey(), shared, HOTEL, TODAY, List.of(part(HOTEL, TWO_YEARS, 40), part(CAFE, ONE_YEAR, 9))));
        LEDGER.redeem(shared, CAFE, 45);
        LEDGER.reverse(shared, HOTEL, dinner.id());
        LEDGER.posted(earning(
                newKey(), newMember(), HOTEL, TODAY, List.of(part(HOTEL, TWO_YEARS, 3), part(CAFE, TWO_YEARS, 4))));
        MemberId thinker = newMember();
        Posted lunch = LEDGER.earn(thinker, HOTEL, 77);
        PostingId paid = LEDGER.authorize(thinker, CAFE, 61).id();
        LEDGER.capture(thinker, CAFE, paid);
        LEDGER.posted(
                reversal(thinker, HOTEL, lunch.id(), new Returned(2, 100, List.of(), OptionalLong.of(50), Map.of())));
        LEDGER.posted(returning(thinker, CAFE, paid, Optional.of(Points.of(17))));
        MemberId consoled = newMember();
        Posted apology = LEDGER.posted(goodwill(consoled, HOTEL, 13, false));
        LEDGER.redeem(consoled, CAFE, 4);
        LEDGER.posted(takingBack(consoled, HOTEL, apology.id()));
        LEDGER.posted(goodwill(consoled, HOTEL, 14, true));
        LEDGER.posted(new Posting.Earn(
                newKey(),
                newMember(),
                HOTEL,
                1,
                TODAY,
                List.of(part(HOTEL, TWO_YEARS, 19)),
                1,
                Optional.of(LEDGER.clock.instant().plus(Duration.ofDays(14))),
                Optional.empty()));
        MemberId twice = newMember();
        LEDGER.earn(twice, HOTEL, 31);
        LEDGER.merges.merge(ActorId.NONE, twice, newMember());
        MemberId owing = newMember();
        Posted breakfast = LEDGER.earn(owing, HOTEL, 23);
        LEDGER.redeem(owing, CAFE, 23);
        LEDGER.reverse(owing, HOTEL, breakfast.id());
        LEDGER.merges.merge(ActorId.NONE, owing, newMember());
        MemberId regular = newMember();
        for (int coffee = 0; coffee < 3; coffee++) {
            LEDGER.earn(regular, CAFE, 7);
        }
        LEDGER.earn(newMember(), CAFE, TestLedger.FIRST_WINDOW.atDay(3), TestLedger.ONE_YEAR, 5);
        LEDGER.earn(newMember(), HOTEL, TestLedger.FIRST_WINDOW.atDay(3), TestLedger.ONE_YEAR, 8);
        LEDGER.tellEverybody(TestLedger.FIRST_WINDOW.plusYears(1).atDay(1));
        LEDGER.expire(TestLedger.TODAY);
        LEDGER.windows.close(TestLedger.FIRST_WINDOW);
        new LedgerSeals(DATABASE.transactions(), LEDGER.clock).seal();
        LEDGER.snapshots.take(TestLedger.TODAY);
        LEDGER.mustBeCoherent();
    }

    @AfterAll
    static void every_rule_was_seen() {
        assertThat(SEEN)
                .containsExactlyInAnyOrderElementsOf(CoherenceRules.NAMES.stream()
                        .map(name -> name.replace('_', '-'))
                        .toList());
        DATABASE.server().close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "spoils.csv", delimiter = '|')
    void names_what_was_spoiled(String rule, String spoil) throws SQLException {
        Set<String> before = broken();
        assertThat(before).isEmpty();
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("set search_path = coalition");
            statement.execute("set session_replication_role = replica");
            for (String table : TABLES) {
                statement.execute("create table kept_" + table + " as select * from " + table);
            }
            try {
                assertThat(statement.executeUpdate(spoil)).isPositive();
                Set<Finding> after = Set.copyOf(LEDGER.check.check().findings());
                Set<Finding> everything = foundRowByRow();
                assertThat(everything).extracting(Finding::rule).contains(rule);
                assertThat(Set.copyOf(LEDGER.check.checkFromScratch().findings()))
                        .as("found from scratch")
                        .isEqualTo(everything);
                assertThat(after).as("found without the past").isEqualTo(withoutThePast(everything));
                everything.forEach(finding -> SEEN.add(finding.rule()));
            } finally {
                for (String table : TABLES) {
                    statement.execute("delete from " + table);
                    statement.execute("insert into " + table + " select * from kept_" + table);
                    statement.execute("drop table kept_" + table);
                }
            }
        }
    }

    @Test
    void looks_at_what_came_after_the_last_check() throws SQLException {
        LEDGER.mustBeCoherent();
        MemberId late = newMember();
        LEDGER.earn(late, HOTEL, 11);
        LEDGER.earn(late, HOTEL, 11);
        String swap = "update coalition.transfer set line_before = 11 - line_before where points = 11";
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(swap);
            List<Finding> findings = LEDGER.check.check().findings();
            statement.execute(swap);

            assertThat(findings).extracting(Finding::rule).containsExactly("earnings-tile-their-line");
            LEDGER.mustBeCoherent();
        }
    }

    @Test
    void says_where() throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("update coalition.request set points = points + 1 where act = 'C' and points = 60");
            List<Finding> findings = LEDGER.check.check().findings();
            statement.execute("update coalition.request set points = points - 1 where act = 'C' and points = 61");

            assertThat(findings)
                    .extracting(Finding::where)
                    .singleElement()
                    .asString()
                    .contains("answered 61 points, but 60 were moved");
        }
    }

    private static Set<Finding> withoutThePast(Set<Finding> findings) {
        return findings.stream()
                .filter(finding -> !CoherenceRules.FROM_SCRATCH_ONLY.contains(
                        finding.rule().replace('-', '_')))
                .collect(Collectors.toSet());
    }

    /** By every rule, whatever the screen would say. */
    private static Set<Finding> foundRowByRow() {
        return DATABASE.transactions().asAuditor(unit -> {
            Set<Finding> findings = new HashSet<>();
            for (String rule : CoherenceRules.NAMES) {
                findings.addAll(new CoherenceRules(unit.jdbi()).broken(rule, 0));
            }
            return findings;
        });
    }

    private static Set<String> broken() {
        Set<String> rules = new HashSet<>();
        LEDGER.check.checkFromScratch().findings().forEach(finding -> rules.add(finding.rule()));
        return rules;
    }
}
