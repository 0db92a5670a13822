package eu.kontor.checkout.application;

import eu.kontor.checkout.api.BalanceInquiry;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Balances;
import eu.kontor.membership.api.CardBearer;
import eu.kontor.membership.api.Cards;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.Optional;

/** Asks under the poster's role, which knows balances and whose statements stay prepared: a queue waits for the answer. */
@Service
public class CardInquiry implements BalanceInquiry {

    private static final Role[] STAFF_AND_TILLS = {
        Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.FRONT_DESK, Role.MACHINE
    };

    private final Transactions transactions;
    private final Cards cards;
    private final Balances balances;

    @Inject
    public CardInquiry(Transactions transactions, Cards cards, Balances balances) {
        this.transactions = transactions;
        this.cards = cards;
        this.balances = balances;
    }

    @Override
    public CardBalance of(Caller caller, CardNumber card) {
        caller.mustBe(STAFF_AND_TILLS);
        Optional<TenantId> tenant =
                caller.isAny(Role.OPERATOR) ? caller.tenant() : Optional.of(caller.tenantOrRefuse());
        return transactions.asPoster(unit -> {
            CardBearer bearer = cards.bearer(tenant, card);
            return new CardBalance(bearer, balances.of(bearer.holder().member()));
        });
    }
}
