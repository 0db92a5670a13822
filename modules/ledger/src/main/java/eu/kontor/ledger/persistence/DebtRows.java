package eu.kontor.ledger.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Debtors.Debtor;
import eu.kontor.tenancy.api.SqlFile;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Open debts by their members. */
public final class DebtRows {

    private static final String IN_DEBT = SqlFile.read("ledger/debt/members_in_debt");

    private DebtRows() {}

    /** @param after the last member of the page before */
    public static List<Debtor> after(Handle jdbi, long after, int limit) {
        return jdbi.createQuery(IN_DEBT).bind("after", after).bind("limit", limit).mapTo(Row.class).stream()
                .map(row -> new Debtor(row.memberId(), Points.of(row.points())))
                .toList();
    }

    private record Row(MemberId memberId, long points) {}
}
