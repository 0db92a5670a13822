package eu.kontor.expiry.application;

import eu.kontor.expiry.api.GivenUp;
import eu.kontor.expiry.domain.DuePocket;
import eu.kontor.expiry.persistence.ExpiryRows;
import eu.kontor.expiry.persistence.NoticeRows;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Actors;
import eu.kontor.ledger.api.Expire;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Announces and expires on the same day. The notices are written first, in a transaction of their own: if the second one never comes, the daily run expires
 * nothing by them that it would not have expired otherwise, and whoever asks again goes on. Under the locks only what was announced expires.
 */
@Service
public class PointsGivenUp implements GivenUp {

    private final Transactions transactions;
    private final Ledger ledger;
    private final ExpiryCalendar calendar;
    private final Actors actors;

    @Inject
    public PointsGivenUp(Transactions transactions, Ledger ledger, ExpiryCalendar calendar, Actors actors) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.calendar = calendar;
        this.actors = actors;
    }

    @Override
    public Points giveUp(Caller caller, MemberId member) {
        caller.mustBe(Role.OPERATOR);
        LocalDate today = calendar.today();
        Map<Integer, Long> announced = transactions.asOperator(unit -> {
            List<DuePocket> pockets = new ExpiryRows(unit.jdbi()).pockets(List.of(member.value()));
            NoticeRows notices = new NoticeRows(unit.jdbi());
            Map<Integer, Long> through = new HashMap<>();
            for (DuePocket pocket : pockets) {
                notices.insertGivenUp(member, pocket, today, calendar.now());
                through.put(pocket.pocket().code(), pocket.end());
            }
            return through;
        });
        if (announced.isEmpty()) {
            return Points.ZERO;
        }
        ActorId by = actors.idOf(caller);
        return transactions.asPoster(unit -> {
            ledger.lock(List.of(member));
            List<Expire> expiring = new ExpiryRows(unit.jdbi())
                    .pockets(List.of(member.value())).stream()
                            .filter(pocket ->
                                    announced.containsKey(pocket.pocket().code()))
                            .map(pocket -> new Expire(
                                    member,
                                    pocket.pocket(),
                                    today,
                                    Math.min(
                                            pocket.end(),
                                            announced.get(pocket.pocket().code()))))
                            .filter(expire -> expire.through() > 0)
                            .toList();
            return ledger.expire(by, expiring).stream().reduce(Points.ZERO, Points::plus);
        });
    }
}
