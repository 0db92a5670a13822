package eu.kontor.checkout.application;

import eu.kontor.checkout.domain.CardPolicy;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.PostingQueue.Preparation;
import eu.kontor.ledger.api.PostingQueue.Prepared;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.membership.api.Cards;
import eu.kontor.membership.api.Cards.Shown;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whose cards were shown at all tills of a gathered batch: one query, whatever tenants they belong to. Who is a tenant's guest
 * for the first time is enrolled there.
 */
@Service
public class ShownCards implements Preparation<ShownCard> {

    private final Cards cards;

    @Inject
    public ShownCards(Cards cards) {
        this.cards = cards;
    }

    @Override
    public List<Prepared> prepare(List<ShownCard> shown) {
        Map<Shown, CardHolder> holders =
                cards.resolve(shown.stream().map(ShownCards::place).toList());
        // Batches that enrol side by side do it in one order, and never wait in a circle.
        Map<TenantId, Set<MemberId>> newcomers = new TreeMap<>(Comparator.comparingInt(TenantId::value));
        List<Prepared> prepared = shown.stream()
                .map(each -> prepare(each, holders.get(place(each)), newcomers))
                .toList();
        newcomers.forEach(cards::enrol);
        return prepared;
    }

    private static Prepared prepare(ShownCard shown, CardHolder found, Map<TenantId, Set<MemberId>> newcomers) {
        try {
            CardHolder holder = CardPolicy.usable(shown.card(), found);
            if (!holder.enrolled()) {
                newcomers
                        .computeIfAbsent(
                                shown.tenant(), tenant -> new TreeSet<>(Comparator.comparingLong(MemberId::value)))
                        .add(holder.member());
            }
            return new Prepared.Ready(shown.posting().apply(holder.member()));
        } catch (Refusal refusal) {
            return new Prepared.Refused(RefusalOf.refusal(refusal));
        }
    }

    private static Shown place(ShownCard shown) {
        return new Shown(shown.tenant(), shown.card());
    }
}
