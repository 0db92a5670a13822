package eu.kontor.membership.api;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Cards as tills and files meet them. Runs under the poster's role and joins its transaction. */
public interface Cards {

    /** One query for a whole batch. Unknown cards are absent from the answer. */
    Map<CardNumber, CardHolder> resolve(TenantId tenant, Collection<CardNumber> cards);

    /** Cards shown at several tenants; one query too. Unknown cards are absent from the answer. */
    Map<Shown, CardHolder> resolve(Collection<Shown> shown);

    /** A card, and where it is shown: tier and enrolment are those of that tenant. */
    record Shown(TenantId tenant, CardNumber card) {}

    /**
     * One card.
     *
     * @throws eu.kontor.kernel.Refusal {@code CARD_OF_ANOTHER_COALITION}, {@code CARD_UNKNOWN}; says nothing of
     *     blocked cards (see {@link CardHolder#usableOrRefuse})
     */
    CardHolder find(TenantId tenant, CardNumber card);

    /**
     * One card that is shown, and who shows it.
     *
     * @param tenant where it is shown; empty for the operator
     * @throws eu.kontor.kernel.Refusal as {@link #find}
     */
    default CardBearer bearer(Optional<TenantId> tenant, CardNumber card) {
        return bearerIfKnown(tenant, card)
                .orElseThrow(() -> new Refusal(RefusalCode.CARD_UNKNOWN, "card", card.value()));
    }

    /**
     * The same of a card that nobody may hold.
     *
     * @throws Refusal {@code CARD_OF_ANOTHER_COALITION}
     */
    Optional<CardBearer> bearerIfKnown(Optional<TenantId> tenant, CardNumber card);

    /** Enrols members at a tenant where they are not yet, with the first tier; one statement. */
    void enrol(TenantId tenant, Collection<eu.kontor.kernel.MemberId> members);
}
