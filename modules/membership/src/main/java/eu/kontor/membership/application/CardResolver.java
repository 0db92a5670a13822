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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        if (shown.isEmpty()) {
            return Map.of();
        }
        Set<TenantId> tenants = shown.stream().map(Shown::tenant).collect(Collectors.toSet());
        return tenants.size() == 1
                ? resolveAt(tenants.iterator().next(), shown)
                : transactions.asPoster(unit -> lookup.resolve(unit, shown));
    }

    /** A file's batch is one tenant's, and a list of cards is found in two thirds of the time that pairs take. */
    private Map<Shown, CardHolder> resolveAt(TenantId tenant, Collection<Shown> shown) {
        Map<Shown, CardHolder> holders = HashMap.newHashMap(shown.size());
        resolve(tenant, shown.stream().map(Shown::card).toList())
                .forEach((card, holder) -> holders.put(new Shown(tenant, card), holder));
        return holders;
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
    public Optional<CardBearer> bearerIfKnown(Optional<TenantId> tenant, CardNumber card) {
        rules.cardMustBeOurs(card);
        return transactions.asPoster(unit -> lookup.bearer(unit, tenant, card));
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
