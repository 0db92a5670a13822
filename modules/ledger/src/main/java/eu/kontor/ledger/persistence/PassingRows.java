package eu.kontor.ledger.persistence;

import eu.kontor.ledger.domain.Journal.PassedDebt;
import eu.kontor.ledger.domain.Journal.Passing;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What went between two accounts of one person: written where one of them was merged into the other. */
final class PassingRows {

    private static final String INSERT_PASSINGS = SqlFile.read("ledger/merge/insert_passings");
    private static final String INSERT_PASSED_DEBTS = SqlFile.read("ledger/merge/insert_passed_debts");

    private final Connection connection;

    PassingRows(Connection connection) {
        this.connection = connection;
    }

    void write(List<Passing> passings, List<PassedDebt> debts, Instant now) throws SQLException {
        if (!passings.isEmpty()) {
            try (ArrayStatement statement = new ArrayStatement(connection, INSERT_PASSINGS)) {
                statement
                        .instant(now)
                        .longs(passings, Passing::member)
                        .longs(passings, Passing::posting)
                        .longs(passings, Passing::recipient)
                        .longs(passings, Passing::points)
                        .write();
            }
        }
        if (!debts.isEmpty()) {
            try (ArrayStatement statement = new ArrayStatement(connection, INSERT_PASSED_DEBTS)) {
                statement
                        .instant(now)
                        .longs(debts, PassedDebt::member)
                        .longs(debts, PassedDebt::posting)
                        .longs(debts, PassedDebt::recipient)
                        .longs(debts, PassedDebt::points)
                        .ints(debts, PassedDebt::tenant)
                        .ints(debts, PassedDebt::outlet)
                        .write();
            }
        }
    }
}
