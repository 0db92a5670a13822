package eu.kontor.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatFollowsACommitTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("commit-hotel");

    private final Transactions transactions = DATABASE.transactions();
    private final List<String> heard = new ArrayList<>();

    @Test
    void is_done_after_it_in_order_and_sees_what_was_committed() {
        transactions.asOperator(unit -> {
            unit.afterCommit(() -> heard.add("first, under way: " + transactions.isUnderWay()));
            unit.afterCommit(() -> heard.add("then: " + nameOfHotel()));
            rename(unit, "Committed");
            heard.add("work");
            return null;
        });
        assertThat(heard).containsExactly("work", "first, under way: false", "then: Committed");
    }

    @Test
    void is_not_done_when_the_transaction_is_rolled_back() {
        assertThatThrownBy(() -> transactions.asOperator(unit -> {
                    unit.afterCommit(() -> heard.add("never"));
                    throw new IllegalArgumentException("wrong");
                }))
                .hasMessage("wrong");
        assertThat(heard).isEmpty();
    }

    @Test
    void is_not_done_when_the_database_refuses_the_commit() {
        Transactions ofItsOwn = DATABASE.transactions(DATABASE.applicationPool(1));
        assertThatThrownBy(() -> ofItsOwn.asOperator(unit -> {
                    unit.afterCommit(() -> heard.add("never"));
                    endSession(number(unit, "select pg_backend_pid()"));
                    return null;
                }))
                .isInstanceOf(DatabaseFailure.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void waits_for_the_outermost_work() {
        transactions.asTenant(HOTEL, outer -> {
            transactions.asTenant(HOTEL, inner -> {
                inner.afterCommit(() -> heard.add("after"));
                return null;
            });
            heard.add("still at work");
            return null;
        });
        assertThat(heard).containsExactly("still at work", "after");
    }

    @Test
    void takes_nothing_back_when_it_fails_and_keeps_nothing_else_from_being_done() {
        String answer = transactions.asOperator(unit -> {
            unit.afterCommit(() -> {
                throw new IllegalStateException("the cache is broken");
            });
            unit.afterCommit(() -> heard.add("done all the same"));
            rename(unit, "Kept");
            return "answered";
        });
        assertThat(answer).isEqualTo("answered");
        assertThat(heard).containsExactly("done all the same");
        assertThat(nameOfHotel()).isEqualTo("Kept");
    }

    private static void endSession(int process) throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("select pg_terminate_backend(" + process + ", 5000)");
        }
    }

    private static int number(UnitOfWork unit, String query) throws SQLException {
        try (Statement statement = unit.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void rename(UnitOfWork unit, String name) throws SQLException {
        try (Statement statement = unit.connection().createStatement()) {
            statement.execute("update coalition.tenant set name = '" + name + "' where tenant_id = " + HOTEL.value());
        }
    }

    private String nameOfHotel() {
        return transactions.asOperator(unit -> {
            try (Statement statement = unit.connection().createStatement();
                    ResultSet row = statement.executeQuery(
                            "select name from coalition.tenant where tenant_id = " + HOTEL.value())) {
                row.next();
                return row.getString(1);
            }
        });
    }
}
