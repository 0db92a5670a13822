package eu.kontor.ledger.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.ledger.api.Balances.NextExpiry;
import eu.kontor.ledger.api.Balances.PendingPoints;
import eu.kontor.ledger.api.Balances.PocketBalance;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads balances without locking them. */
public final class BalanceRows {

    private static final String BALANCES = SqlFile.read("ledger/read/balances");
    private static final String OUTSTANDING = SqlFile.read("ledger/read/outstanding");
    private static final String OUTSTANDING_BY_ISSUER = SqlFile.read("ledger/read/outstanding_by_issuer");

    private final Handle jdbi;

    public BalanceRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    private record IssuerRow(TenantId tenantId, Points points) {}

    /** What each of them has, and all accounts that are one with it: whichever card a person shows, the balance is the same. */
    public Map<MemberId, MemberBalance> ofPersons(Collection<MemberId> members, LocalDate notBefore)
            throws SQLException {
        Map<MemberId, List<MemberId>> behind = new LinkRows(jdbi).behind(members);
        if (behind.isEmpty()) {
            return of(members, notBefore);
        }
        Set<MemberId> all = new LinkedHashSet<>(members);
        Map<MemberId, MemberId> surviving = new HashMap<>();
        behind.forEach((person, merged) -> {
            all.add(person);
            all.addAll(merged);
            surviving.put(person, person);
            merged.forEach(account -> surviving.put(account, person));
        });
        Map<MemberId, MemberBalance> each = of(all, notBefore);
        Map<MemberId, MemberBalance> persons = new LinkedHashMap<>();
        for (MemberId member : members) {
            MemberBalance own = each.get(surviving.getOrDefault(member, member));
            MemberBalance sum = behind.getOrDefault(own.member(), List.of()).stream()
                    .map(each::get)
                    .reduce(own, MemberBalance::and);
            persons.put(member, sum.of(member));
        }
        return persons;
    }

    /**
     * A till waits for it: three results in one round trip, which a mapping of rows would not read.
     *
     * @param notBefore the first day on which points may expire that were not announced
     */
    private Map<MemberId, MemberBalance> of(Collection<MemberId> members, LocalDate notBefore) throws SQLException {
        List<MemberId> asked = List.copyOf(members);
        Map<Long, List<PocketRow>> pockets = new HashMap<>();
        Map<Long, Map<Pocket, NextExpiry>> nextExpiries = new HashMap<>();
        Map<Long, LocalDate> lastActivity = new HashMap<>();
        Map<Long, Long> owed = new HashMap<>();
        Map<Long, List<PendingPoints>> waiting = new HashMap<>();
        try (ArrayStatement statement = new ArrayStatement(jdbi.getConnection(), BALANCES)) {
            statement
                    .longs(asked, MemberId::value)
                    .longs(asked, MemberId::value)
                    .longs(asked, MemberId::value)
                    .longs(asked, MemberId::value);
            ResultSet row = statement.readFirst();
            while (row.next()) {
                lastActivity.put(row.getLong("member_id"), row.getObject("last_activity", LocalDate.class));
                pockets.computeIfAbsent(row.getLong("member_id"), member -> new ArrayList<>())
                        .add(new PocketRow(
                                new Pocket(row.getInt("pocket")), row.getLong("available"), row.getLong("held")));
            }
            ResultSet debts = statement.readNext();
            while (debts.next()) {
                owed.put(debts.getLong("member_id"), debts.getLong("owed"));
            }
            ResultSet ahead = statement.readNext();
            while (ahead.next()) {
                nextExpiries
                        .computeIfAbsent(ahead.getLong("member_id"), member -> new HashMap<>())
                        .put(new Pocket(ahead.getInt("pocket")), nextExpiry(ahead, notBefore));
            }
            waiting.putAll(waiting(statement.readNext()));
        }
        Map<MemberId, MemberBalance> balances = new LinkedHashMap<>();
        for (MemberId member : asked) {
            balances.put(
                    member,
                    new MemberBalance(
                            member,
                            pockets.getOrDefault(member.value(), List.of()).stream()
                                    .map(pocket -> pocket.with(nextExpiries.getOrDefault(member.value(), Map.of())))
                                    .toList(),
                            Points.of(owed.getOrDefault(member.value(), 0L)),
                            Optional.ofNullable(lastActivity.get(member.value())),
                            waiting.getOrDefault(member.value(), List.of())));
        }
        return balances;
    }

    private static Map<Long, List<PendingPoints>> waiting(ResultSet row) throws SQLException {
        Map<Long, List<PendingPoints>> waiting = new HashMap<>();
        while (row.next()) {
            waiting.computeIfAbsent(row.getLong("member_id"), member -> new ArrayList<>())
                    .add(new PendingPoints(PostingReads.instant(row, 2), Points.of(row.getLong("points"))));
        }
        return waiting;
    }

    private record PocketRow(Pocket pocket, long available, long held) {

        PocketBalance with(Map<Pocket, NextExpiry> nextExpiries) {
            return new PocketBalance(
                    pocket, Points.of(available), Points.of(held), Optional.ofNullable(nextExpiries.get(pocket)));
        }
    }

    private static NextExpiry nextExpiry(ResultSet row, LocalDate notBefore) throws SQLException {
        LocalDate runsOutOn = row.getObject("runs_out_on", LocalDate.class);
        LocalDate announced = row.getObject("expires_on", LocalDate.class);
        LocalDate untold = runsOutOn.isAfter(notBefore) ? runsOutOn : notBefore;
        return new NextExpiry(announced == null ? untold : announced, Points.of(row.getLong("points")));
    }

    public Points outstanding() {
        return jdbi.createQuery(OUTSTANDING).mapTo(Points.class).one();
    }

    public Map<TenantId, Points> outstandingByIssuer() {
        return jdbi.createQuery(OUTSTANDING_BY_ISSUER)
                .mapTo(IssuerRow.class)
                .collect(Collectors.toMap(IssuerRow::tenantId, IssuerRow::points));
    }
}
