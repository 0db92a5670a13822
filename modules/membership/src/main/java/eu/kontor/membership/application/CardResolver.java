package eu.kontor.membership.application;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.CardBearer;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.membership.api.Cards;
import eu.kontor.membership.persistence.CardLookup;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cards as tills and files meet them. */
@Service
public class CardResolver implements Cards {

    private final Transactions transactions;
    private final CardLookup lookup;
    private final CardRules rules;

    @Inject
    public CardResolver(Transactions transactions, CardLookup lookup, CardRules rules) {
        this.transactions = transactions;
        this.lookup = lookup;
        this.rules = rules;
    }

    @Override
    public Map<CardNumber, CardHolder> resolve(TenantId tenant, Collection<CardNumber> cards) {
        return cards.isEmpty() ? Map.of() : transactions.asPoster(unit -> lookup.resolve(unit, tenant, cards));
    }

    @Override
    public Map<Shown, CardHolder> resolve(Collection<Shown> shown) {
        return shown.isEmpty() ? Map.of() : transactions.asPoster(unit -> lookup.resolve(unit, shown));
    }

    @Override
    public CardHolder find(TenantId tenant, CardNumber card) {
        rules.cardMustBeOurs(card);
        CardHolder holder = resolve(tenant, List.of(card)).get(card);
        if (holder == null) {
            throw unknown(card);
        }
        return holder;
    }

    @Override
    public CardBearer bearer(Optional<TenantId> tenant, CardNumber card) {
        rules.cardMustBeOurs(card);
        return transactions.asPoster(unit -> lookup.bearer(unit, tenant, card)).orElseThrow(() -> unknown(card));
    }

    private static Refusal unknown(CardNumber card) {
        return new Refusal(RefusalCode.CARD_UNKNOWN, "card", card.value());
    }

    @Override
    public void enrol(TenantId tenant, Collection<MemberId> members) {
        if (!members.isEmpty()) {
            transactions.asPoster(unit -> lookup.enrol(unit, tenant, members, rules.today()));
        }
    }
}
