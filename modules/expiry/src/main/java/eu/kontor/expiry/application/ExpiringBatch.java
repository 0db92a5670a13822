package eu.kontor.expiry.application;

import eu.kontor.expiry.api.Expiry.Amount;
import eu.kontor.expiry.domain.Announced;
import eu.kontor.expiry.domain.DuePocket;
import eu.kontor.expiry.domain.Lot;
import eu.kontor.expiry.persistence.ExpiryRows;
import eu.kontor.expiry.persistence.ExpiryRows.PocketKey;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Expire;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Members whose announced points expire: locked first, so that whatever happened to them until then counts. */
record ExpiringBatch(UnitOfWork unit, Ledger ledger, List<Long> members) {

    Amount expire(ActorId by, LocalDate asOf) {
        ledger.lock(members.stream().map(MemberId::new).toList());
        ExpiryRows rows = new ExpiryRows(unit.jdbi());
        Map<PocketKey, Announced> announced = rows.announced(members, asOf);
        List<DuePocket> due = rows.pockets(members).stream()
                .filter(pocket -> announced.containsKey(PocketKey.of(pocket)))
                .toList();
        Map<PocketKey, List<Lot>> lots = rows.lots(due);
        List<Expire> expiring = new ArrayList<>();
        for (DuePocket pocket : due) {
            PocketKey key = PocketKey.of(pocket);
            long through = pocket.through(lots.get(key), announced.get(key));
            if (through > pocket.consumed()) {
                expiring.add(new Expire(new MemberId(pocket.memberId()), pocket.pocket(), asOf, through));
            }
        }
        return amount(expiring, ledger.expire(by, expiring));
    }

    private static Amount amount(List<Expire> expiring, List<Points> expired) {
        Set<MemberId> members = new HashSet<>();
        Points sum = Points.ZERO;
        for (int i = 0; i < expiring.size(); i++) {
            if (!expired.get(i).isZero()) {
                members.add(expiring.get(i).member());
                sum = sum.plus(expired.get(i));
            }
        }
        return new Amount(members.size(), sum);
    }
}
