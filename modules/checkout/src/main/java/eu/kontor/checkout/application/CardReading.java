package eu.kontor.checkout.application;

import eu.kontor.checkout.domain.CardPolicy;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.membership.api.Cards;
import eu.kontor.tenancy.api.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** One card at a till. */
@ApplicationScoped
public class CardReading {

    private final Counter counter;
    private final Transactions transactions;
    private final Cards cards;

    @Inject
    public CardReading(Counter counter, Transactions transactions, Cards cards) {
        this.counter = counter;
        this.transactions = transactions;
        this.cards = cards;
    }

    protected CardReading() {
        this(null, null, null);
    }

    CardNumber number(String text) {
        return CardPolicy.number(text, counter.coalition());
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
}
