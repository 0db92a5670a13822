package eu.kontor.checkout.application;

import eu.kontor.checkout.api.BalanceInquiry;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Balances;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.membership.api.CardBearer;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.membership.api.Cards;
import eu.kontor.membership.api.StrangerLookups.Asked;
import eu.kontor.program.api.Program;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Asks under the poster's role, which knows balances and whose statements stay prepared: a queue waits for the answer. What is known of the
 * brand's own guests is read and nothing else; every other question is counted.
 */
@Service
public class CardInquiry implements BalanceInquiry {

    private static final Role[] STAFF_AND_TILLS = {
        Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.FRONT_DESK, Role.TILL, Role.ENROL
    };

    private final Transactions transactions;
    private final Cards cards;
    private final Balances balances;
    private final StrangersCards strangers;

    @Inject
    public CardInquiry(Transactions transactions, Cards cards, Balances balances, StrangersCards strangers) {
        this.transactions = transactions;
        this.cards = cards;
        this.balances = balances;
        this.strangers = strangers;
    }

    @Override
    public CardBalance of(Caller caller, CardNumber card) {
        caller.mustBe(STAFF_AND_TILLS);
        Optional<TenantId> tenant =
                caller.isAny(Role.OPERATOR) ? caller.tenant() : Optional.of(caller.tenantOrRefuse());
        // Asked before the transaction: the first question for a tenant opens one of its own.
        Optional<Program> program = tenant.flatMap(strangers::program);
        Answer answer = transactions.asPoster(unit -> answer(unit, caller, tenant, program, card));
        return answer.card().orElseThrow(() -> answer.refusal().orElseThrow());
    }

    private Answer answer(
            UnitOfWork unit, Caller caller, Optional<TenantId> tenant, Optional<Program> program, CardNumber card) {
        Optional<CardBearer> found = cards.bearerIfKnown(tenant, card);
        boolean isStranger = tenant.isPresent()
                && found.filter(bearer -> bearer.holder().enrolled()).isEmpty();
        if (isStranger) {
            Optional<Refusal> tooFast =
                    strangers.count(unit, new Asked(caller, tenant.get(), card, found.isEmpty()), program);
            if (tooFast.isPresent()) {
                return Answer.refused(tooFast.get());
            }
        }
        if (found.isEmpty()) {
            return Answer.refused(new Refusal(RefusalCode.CARD_UNKNOWN, "card", card.value()));
        }
        CardBearer bearer = found.get();
        Optional<Points> least = StrangersCards.leastRedemption(program);
        CardHolder holder = bearer.holder();
        MemberBalance balance = balances.of(holder.member());
        boolean usable = !holder.cardBlocked() && holder.replacedByEnding().isEmpty() && holder.memberActive();
        boolean canRedeem = usable
                && least.filter(points -> !points.isMoreThan(balance.available()))
                        .isPresent();
        return Answer.of(new CardBalance(
                isStranger ? bearer.asStranger() : bearer,
                usable,
                least,
                canRedeem,
                isStranger ? Optional.empty() : Optional.of(balance)));
    }

    /** A refusal is an answer, too, and what was counted for it is kept. */
    private record Answer(Optional<CardBalance> card, Optional<Refusal> refusal) {

        static Answer of(CardBalance card) {
            return new Answer(Optional.of(card), Optional.empty());
        }

        static Answer refused(Refusal refusal) {
            return new Answer(Optional.empty(), Optional.of(refusal));
        }
    }
}
