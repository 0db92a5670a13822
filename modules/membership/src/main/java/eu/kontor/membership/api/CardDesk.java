package eu.kontor.membership.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import java.util.Optional;

/**
 * What people at a desk change about cards. A brand changes those of members enrolled with it; the operator all. Every change is in the
 * audit trail with its reason.
 *
 * <p>Points belong to the member: nothing here moves any. A number that was blocked or replaced still finds the member; a return needs no
 * card at all.
 */
public interface CardDesk {

    /** Usable cards of one member: a family's, and few enough for a list without pages. */
    int MOST_CARDS = 6;

    /** Of whoever carries one of several cards. */
    int LONGEST_LABEL = 40;

    /**
     * A lost card neither earns nor redeems any more; the member's other cards do. Anybody at a desk may, and a machine: it takes nothing
     * away that cannot be given back.
     *
     * @throws eu.kontor.kernel.Refusal {@code CARD_UNKNOWN}, also for members the caller does not know
     */
    void block(Caller caller, CardNumber card, String reason);

    /**
     * A card that was found again. For a brand's admin and the operator: whoever holds a stolen card talks to a desk first.
     *
     * @throws eu.kontor.kernel.Refusal {@code CARD_UNKNOWN}, {@code CARD_NOT_BLOCKED}, {@code CARD_REPLACED}, {@code TOO_MANY_CARDS},
     *     {@code CARD_BLOCKED_BY_OPERATOR}: a brand does not undo what the operator blocked
     */
    void unblock(Caller caller, CardNumber card, String reason);

    /**
     * Issues a new number to the same member in place of this one, which is refused from now on and never usable again.
     *
     * @throws eu.kontor.kernel.Refusal {@code CARD_UNKNOWN}, {@code CARD_REPLACED} when it was replaced already, {@code
     *     CARD_BLOCKED_BY_OPERATOR}, {@code MEMBER_NOT_ACTIVE}, {@code TOO_MANY_CARDS}, {@code REQUEST_KEY_REUSED}
     */
    Issued replace(Caller caller, Replacement replacement);

    /**
     * Issues one more card to the member who holds this one: the partner's, the family's. Both have the same points.
     *
     * @throws eu.kontor.kernel.Refusal as {@link #replace}, and {@code CARD_BLOCKED}
     */
    Issued add(Caller caller, Addition addition);

    /**
     * @param requestKey the same for a repeated request, which gets the first answer again
     * @param confirmationCode the member's; a machine must show it, because no person has seen the member there
     */
    record Replacement(String requestKey, CardNumber card, String reason, Optional<String> confirmationCode) {}

    /**
     * @param card one that the member holds and can use
     * @param label who carries the new one; empty for the member
     */
    record Addition(String requestKey, CardNumber card, Optional<String> label, Optional<String> confirmationCode) {}

    /** @param replayed the key was known */
    record Issued(CardNumber card, boolean replayed) {}
}
