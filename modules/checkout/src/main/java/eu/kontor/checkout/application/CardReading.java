package eu.kontor.checkout.application;

import eu.kontor.checkout.domain.CardPolicy;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.membership.api.Cards;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One card at a till. */
@Service
public class CardReading {

    private final TillContext till;
    private final Transactions transactions;
    private final Cards cards;

    @Inject
    public CardReading(TillContext till, Transactions transactions, Cards cards) {
        this.till = till;
        this.transactions = transactions;
        this.cards = cards;
    }

    CardNumber number(String text) {
        return number("card", text);
    }

    CardNumber number(String field, String text) {
        return CardPolicy.number(field, text, till.coalition());
    }

    /** Who redeems at a tenant for the first time is enrolled there, as with a first purchase. */
    CardHolder usableHolder(TenantId tenant, CardNumber number) {
        return transactions.asPoster(unit -> {
            CardHolder holder = CardPolicy.usable(
                    number, cards.resolve(tenant, List.of(number)).get(number));
            if (!holder.enrolled()) {
                cards.enrol(tenant, List.of(holder.member()));
            }
            return holder;
        });
    }

    /** Whose two cards are. Enrols nobody: who gets a gift need not be there, and never chose this brand. */
    TwoHolders usableHolders(TenantId tenant, CardNumber first, CardNumber second) {
        Set<CardNumber> both = new HashSet<>(List.of(first, second));
        Map<CardNumber, CardHolder> holders = transactions.asPoster(unit -> cards.resolve(tenant, both));
        return new TwoHolders(
                CardPolicy.usable(first, holders.get(first)), CardPolicy.usable(second, holders.get(second)));
    }

    record TwoHolders(CardHolder first, CardHolder second) {}
}
