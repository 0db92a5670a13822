package eu.kontor.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.ledger.api.Balances;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.ledger.api.Balances.PocketBalance;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the ledger's api says of balances, against the model. */
record ReadBackBalances(Balances balances) {

    void mustEqual(NaiveLedger model) {
        long outstanding = 0;
        Map<Integer, Long> byIssuer = new TreeMap<>();
        for (Map.Entry<Long, NaiveMember> entry : model.members().entrySet()) {
            NaiveMember member = entry.getValue();
            assertThat(text(balances.of(new MemberId(entry.getKey())))).isEqualTo(text(member, model));
            for (NaiveMember.NaivePocket pocket : member.pockets.values()) {
                for (NaiveMember.Unit unit : pocket.units) {
                    if (unit.isLeft()) {
                        outstanding++;
                        byIssuer.merge(unit.parcel.issuer.tenant(), 1L, Long::sum);
                    }
                }
            }
        }
        assertThat(balances.outstanding().value()).isEqualTo(outstanding);
        Map<Integer, Long> read = new TreeMap<>();
        balances.outstandingByIssuer().forEach((tenant, points) -> read.put(tenant.value(), points.value()));
        read.values().removeIf(points -> points == 0);
        assertThat(read).isEqualTo(byIssuer);
    }

    private static String text(MemberBalance balance) {
        StringBuilder text = new StringBuilder("owes " + balance.debt() + " visit "
                + balance.lastActivity().map(Object::toString).orElse("null"));
        for (PocketBalance pocket : balance.pockets()) {
            text.append("; ").append(pocket.pocket().code()).append(": ").append(pocket.available());
            text.append(" held ").append(pocket.held());
            text.append(" expires ")
                    .append(pocket.next()
                            .map(next -> next.points() + " on " + next.on())
                            .orElse("never"));
        }
        return text.toString();
    }

    private static String text(NaiveMember member, NaiveLedger model) {
        List<NaiveMember> person = model.members().values().stream()
                .filter(each -> each.inFront() == member.inFront())
                .toList();
        int owed = person.stream().mapToInt(NaiveMember::owed).sum();
        Optional<LocalDate> visit = person.stream()
                .map(NaiveMember::lastVisit)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        StringBuilder text = new StringBuilder("owes " + owed + " visit " + visit.orElse(null));
        Set<Integer> pockets = new TreeSet<>();
        person.forEach(each -> each.pockets.forEach((code, pocket) -> {
            if (pocket.isUsed()) {
                pockets.add(code);
            }
        }));
        for (int code : pockets) {
            int available = 0;
            int held = 0;
            for (NaiveMember each : person) {
                available += each.pocket(code).available();
                held += each.pocket(code).held;
            }
            text.append("; ").append(code).append(": ").append(available);
            text.append(" held ").append(held).append(" expires ");
            text.append(NaiveExpiry.next(
                    member.inFront(), code, model.today(), model.rules().noticeDays()));
        }
        return text.toString();
    }
}
