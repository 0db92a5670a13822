package eu.kontor.checkout.application;

import eu.kontor.checkout.domain.CardPolicy;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.membership.api.Cards;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something that came with a card and goes on once it is known whose it is; it may have been refused already. */
interface CardItem {

    boolean isAlive();

    CardNumber card();

    void resolvedTo(CardHolder holder);

    void refuse(Refusal reason);

    /**
     * Finds the members of all cards with one query.
     *
     * @return those who come to the tenant for the first time
     */
    static Set<MemberId> resolve(Cards cards, TenantId tenant, List<? extends CardItem> batch) {
        Set<CardNumber> wanted = new HashSet<>();
        for (CardItem item : batch) {
            if (item.isAlive()) {
                wanted.add(item.card());
            }
        }
        Map<CardNumber, CardHolder> holders = cards.resolve(tenant, wanted);
        Set<MemberId> newcomers = new HashSet<>();
        for (CardItem item : batch) {
            if (item.isAlive()) {
                resolve(item, holders, newcomers);
            }
        }
        return newcomers;
    }

    private static void resolve(CardItem item, Map<CardNumber, CardHolder> holders, Set<MemberId> newcomers) {
        CardNumber card = item.card();
        try {
            CardHolder holder = CardPolicy.usable(card, holders.get(card));
            item.resolvedTo(holder);
            if (!holder.enrolled()) {
                newcomers.add(holder.member());
            }
        } catch (Refusal refusal) {
            item.refuse(refusal);
        }
    }
}
