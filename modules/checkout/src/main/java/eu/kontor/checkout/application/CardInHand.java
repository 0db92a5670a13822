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
interface CardInHand {

    boolean isAlive();

    CardNumber card();

    void resolvedTo(CardHolder holder);

    void refuse(Refusal reason);

    /**
     * Finds the members of all cards with one query.
     *
     * @return those who come to the tenant for the first time
     */
    static Set<MemberId> resolve(Cards cards, TenantId tenant, List<? extends CardInHand> batch) {
        Set<CardNumber> wanted = new HashSet<>();
        for (CardInHand inHand : batch) {
            if (inHand.isAlive()) {
                wanted.add(inHand.card());
            }
        }
        Map<CardNumber, CardHolder> holders = cards.resolve(tenant, wanted);
        Set<MemberId> newcomers = new HashSet<>();
        for (CardInHand inHand : batch) {
            if (inHand.isAlive()) {
                resolve(inHand, holders, newcomers);
            }
        }
        return newcomers;
    }

    private static void resolve(CardInHand inHand, Map<CardNumber, CardHolder> holders, Set<MemberId> newcomers) {
        CardNumber card = inHand.card();
        try {
            CardHolder holder = CardPolicy.usable(card, holders.get(card));
            inHand.resolvedTo(holder);
            if (!holder.enrolled()) {
                newcomers.add(holder.member());
            }
        } catch (Refusal refusal) {
            inHand.refuse(refusal);
        }
    }
}
