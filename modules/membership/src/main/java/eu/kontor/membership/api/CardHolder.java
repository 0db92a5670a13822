package eu.kontor.membership.api;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a till needs to know of a card: whose it is and whether it may be used.
 *
 * @param tier the member's tier at the asking tenant, {@code member} when not enrolled there yet
 * @param blockedAt since when it may not be used, blocked or replaced; empty also where nobody asked
 * @param replacedByEnding how the number ends that stands for this one now; who holds only the old one is told no more of it
 * @param enrolled whether the member is enrolled at the asking tenant
 */
public record CardHolder(
        CardNumber card,
        MemberId member,
        boolean cardBlocked,
        Optional<Instant> blockedAt,
        Optional<String> replacedByEnding,
        boolean memberActive,
        String tier,
        boolean enrolled) {

    /** Of which it was not asked since when it may not be used. */
    public CardHolder(
            CardNumber card,
            MemberId member,
            boolean cardBlocked,
            Optional<String> replacedByEnding,
            boolean memberActive,
            String tier,
            boolean enrolled) {
        this(card, member, cardBlocked, Optional.empty(), replacedByEnding, memberActive, tier, enrolled);
    }

    /** @throws Refusal {@code CARD_BLOCKED}, {@code CARD_REPLACED}, {@code MEMBER_NOT_ACTIVE} */
    public CardHolder usableOrRefuse() {
        Optional<Refusal> problem = problem();
        if (problem.isPresent()) {
            throw problem.get();
        }
        return this;
    }

    /** Why it may not be used now; empty if it may. */
    public Optional<Refusal> problem() {
        return problem(card, cardBlocked, replacedByEnding)
                .or(() -> memberActive ? Optional.empty() : Optional.of(new Refusal(RefusalCode.MEMBER_NOT_ACTIVE)));
    }

    /**
     * Whether it could be used on a day that has passed, by a member who still is one: until the day of its replacement, on which the
     * guest had it; before the day of its block, on which it was perhaps somebody else's already.
     *
     * @param zone in which the day was
     */
    public boolean wasUsableOn(LocalDate day, ZoneId zone) {
        return memberActive
                && blockedAt
                        .map(moment -> moment.atZone(zone).toLocalDate())
                        .filter(ended -> replacedByEnding.isPresent() ? !day.isAfter(ended) : day.isBefore(ended))
                        .isPresent();
    }

    /** Why a card is refused; empty for one that may be used. */
    static Optional<Refusal> problem(CardNumber card, boolean blocked, Optional<String> replacedByEnding) {
        if (replacedByEnding.isPresent()) {
            return Optional.of(
                    new Refusal(RefusalCode.CARD_REPLACED, "card", card.value(), "ending", replacedByEnding.get()));
        }
        return blocked ? Optional.of(new Refusal(RefusalCode.CARD_BLOCKED, "card", card.value())) : Optional.empty();
    }
}
