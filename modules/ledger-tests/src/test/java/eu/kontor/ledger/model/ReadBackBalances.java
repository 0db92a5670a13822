package eu.kontor.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.ledger.api.Balances;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.ledger.api.Balances.PocketBalance;
import java.util.Map;
import java.util.TreeMap;

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
        StringBuilder text = new StringBuilder("owes " + member.owed() + " visit " + member.lastVisit());
        member.pockets.forEach((code, pocket) -> {
            if (pocket.isUsed()) {
                text.append("; ").append(code).append(": ").append(pocket.available());
                text.append(" held ").append(pocket.held).append(" expires ");
                text.append(NaiveExpiry.next(
                        member, code, model.today(), model.rules().noticeDays()));
            }
        });
        return text.toString();
    }
}
