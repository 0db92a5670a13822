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
                Set<String> after = broken();
                assertThat(after).contains(rule);
                SEEN.addAll(after);
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

    private static Set<String> broken() {
        Set<String> rules = new HashSet<>();
        LEDGER.check.check().findings().forEach(finding -> rules.add(finding.rule()));
        return rules;
    }
}
