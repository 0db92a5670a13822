package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.gift;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.LedgerIsCoherent.Finding;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.persistence.CoherenceRules;
import eu.kontor.ledger.seal.LedgerSeals;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A superuser spoils one thing after the other; the checker names each, and the superuser puts it right again. */
class WhatTheCheckerFindsTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");
    private static final TestLedger LEDGER = new TestLedger(DATABASE);
    private static final List<String> TABLES = List.of(
            "transfer",
            "balance",
            "hold",
            "hold_outcome",
            "reversal",
            "gift",
            "debt",
            "request",
            "window_position",
            "expiry_notice");
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
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            accounts-fit-the-kind                | update transfer set credit_account = 5 where kind = 'R'
            transfer-numbers-are-unique          | update transfer set transfer_id = 1 where kind = 'E'
            balances-equal-transfers             | update balance set earned = earned + 1 where held = 0
            balances-equal-transfers             | update transfer set points = points + 1 where kind = 'R'
            balances-equal-transfers             | delete from balance
            earnings-tile-their-line             | update transfer set line_before = line_before + 1 where kind = 'E'
            consumptions-tile-their-line         | update transfer set line_before = line_before + 1 where kind = 'V'
            holds-equal-held-points              | update hold set points = points + 1
            captures-redeem-what-they-say        | update hold_outcome set points = points - 1
            reversals-equal-transfers            | update reversal set taken = taken + 1
            reversals-equal-transfers            | delete from reversal
            gifts-arrive-whole                   | update gift set points = points + 1
            gifts-arrive-whole                   | update gift set recipient_id = 1
            gifts-arrive-whole                   | delete from gift
            gifts-arrive-whole                   | delete from transfer where kind = 'I' and points = 20
            gifts-arrive-whole                   | update transfer set points = points + 1 where kind = 'G' and points = 20
            gifts-arrive-whole                   | update transfer set member_id = 1 where kind = 'I' and points = 20
            gifts-arrive-whole                   | update transfer set outlet_id = 9 where kind = 'I' and points = 20
            gifts-keep-their-issuer              | update transfer set business_date = business_date - 1 where kind in ('G', 'I')
            debts-equal-reversals-and-repayments | update debt set repaid = repaid - 1
            nobody-owes-and-has-points           | update balance set consumed = consumed - 1 where consumed > 0
            lapses-were-announced                | delete from expiry_notice
            requests-have-their-transfers        | update request set points = points + 1 where act = 'G'
            requests-have-their-transfers        | update request set points = points + 1 where act = 'E'
            transfers-have-their-request         | delete from request where act = 'G'
            transfers-have-their-request         | delete from gift
            transfers-have-their-request         | delete from request where act = 'C'
            transfers-fit-their-window           | update transfer set business_date = date '2026-04-01' where kind = 'R'
            closed-windows-stay-frozen           | delete from transfer where window_start = date '2025-01-01'
            closed-windows-stay-frozen           | update window_position set transfers = transfers + 1
            seals-count-their-rows               | update transfer set tenant_id = tenant_id + 1000 where kind = 'R'
            earnings-tile-their-line             | update transfer set line_before = 50 - line_before where kind = 'E' and points = 50
            earnings-tile-their-line             | update transfer set line_before = 9 where kind = 'E' and points = 7 and line_before = 7
            earnings-tile-their-line             | update transfer set transfer_id = -transfer_id where kind = 'E' and points = 7
            earnings-tile-their-line             | update transfer set points = 14 - points, line_before = line_before * 2 where kind = 'E' and points = 7
            earnings-tile-their-line             | insert into transfer select * from transfer where kind = 'E' and points = 50
            consumptions-tile-their-line         | update transfer set line_before = case kind when 'P' then 60 else 70 end where kind in ('V', 'P')
            transfer-numbers-are-unique          | insert into transfer select * from transfer where kind = 'R'
            transfer-numbers-are-unique          | update transfer set transfer_id = (select min(transfer_id) from transfer) where kind = 'I' and points = 20
            balances-equal-transfers             | update balance set earned = earned + case pocket when 12 then 5 else -5 end where earned in (5, 21)
            balances-equal-transfers             | update transfer set points = 9223372036854775807 where kind = 'E' and points = 5
            balances-equal-transfers             | update transfer set points = 4294967296 where kind = 'E' and points = 5
            accounts-fit-the-kind                | update transfer set kind = 'V' where kind = 'R'
            accounts-fit-the-kind                | update transfer set kind = 'Z' where kind = 'R'
            requests-have-their-transfers        | update request set points = 57 - points where act = 'E' and points in (7, 50)
            requests-have-their-transfers        | update request set refusal = 'told otherwise' where act = 'E' and points = 5
            requests-have-their-transfers        | update request set points = 1, posting_id = 0 where act = 'E' and points = 7
            requests-have-their-transfers        | update request set posting_id = -posting_id where act = 'A'
            transfers-have-their-request         | update transfer set posting_id = posting_id + 1 where kind = 'P'
            transfers-have-their-request         | update request set member_id = member_id + 1 where act = 'R'
            transfers-fit-their-window           | update transfer set window_start = window_start + 3 where kind = 'R'
            transfers-fit-their-window           | update transfer set posted_xid = '9223372036854775807' where points = 5
            transfers-fit-their-window           | update transfer set business_date = date '2019-01-01' where kind = 'R'
            closed-windows-stay-frozen           | update window_position set tenant_id = tenant_id + 1
            closed-windows-stay-frozen           | update transfer set outlet_id = outlet_id + 1 where points = 5
            closed-windows-stay-frozen           | insert into window_position select window_start, business_month, points, transfers, 99, outlet_id, kind from window_position
            captures-redeem-what-they-say        | update hold_outcome set tenant_id = tenant_id + 1
            captures-redeem-what-they-say        | update hold set points = points - 1 where points = 60
            reversals-equal-transfers            | update reversal set taken = taken + 1, owed = owed - 1
            reversals-equal-transfers            | update reversal set purchase_id = purchase_id + 1
            debts-equal-reversals-and-repayments | update debt set incurred = incurred + 1, repaid = repaid + 1
            holds-equal-held-points              | update hold set pocket = 12 where points = 20
            """)
    void names_what_was_spoiled(String rule, String spoil) throws SQLException {
        Set<String> before = broken();
        assertThat(before).isEmpty();
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("set search_path = coalition");
            for (String table : TABLES) {
                statement.execute("create table kept_" + table + " as select * from " + table);
            }
            try {
                assertThat(statement.executeUpdate(spoil)).isPositive();
                Set<Finding> after = Set.copyOf(LEDGER.check.check().findings());
                assertThat(after).extracting(Finding::rule).contains(rule);
                assertThat(after).as("found row by row").isEqualTo(foundRowByRow());
                assertThat(Set.copyOf(LEDGER.check.checkFromScratch().findings()))
                        .as("found from scratch")
                        .isEqualTo(after);
                after.forEach(finding -> SEEN.add(finding.rule()));
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
            statement.execute("update coalition.request set points = points + 1 where act = 'C'");
            List<Finding> findings = LEDGER.check.check().findings();
            statement.execute("update coalition.request set points = points - 1 where act = 'C'");

            assertThat(findings)
                    .extracting(Finding::where)
                    .singleElement()
                    .asString()
                    .contains("answered 61 points, but 60 were moved");
        }
    }

    /** By every rule, whatever the screen would say. */
    private static Set<Finding> foundRowByRow() {
        return DATABASE.transactions().asAuditor(unit -> {
            Set<Finding> findings = new HashSet<>();
            for (String rule : CoherenceRules.NAMES) {
                findings.addAll(new CoherenceRules(unit.connection()).broken(rule, 0));
            }
            return findings;
        });
    }

    private static Set<String> broken() {
        Set<String> rules = new HashSet<>();
        LEDGER.check.check().findings().forEach(finding -> rules.add(finding.rule()));
        return rules;
    }
}
