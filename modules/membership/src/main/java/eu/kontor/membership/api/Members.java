package eu.kontor.membership.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Members as people at a desk meet them. A tenant's caller finds by name, phone or e-mail only members enrolled at its
 * tenant, and anyone by card number, because whoever holds the card has shown it.
 */
public interface Members {

    /** At least this many characters, so that a search can use its index. */
    int SHORTEST_SEARCH = 2;

    /**
     * By card number (whole), name (any part of any word), phone (any part, digits only) or e-mail (beginning).
     *
     * @throws eu.kontor.kernel.Refusal {@code SEARCH_TOO_SHORT}, {@code NOT_PERMITTED}
     */
    Page<MemberRow> search(Caller caller, String text, Optional<String> cursor, int limit);

    /**
     * Identifies by card; enrols nobody. Throws the refusals of {@link Cards#find}, and {@code TILL_TOO_FAST} to who asks about too many
     * strangers' cards.
     */
    MemberDetails byCard(Caller caller, CardNumber card);

    /**
     * The given name of a card's holder, and no more: enough to make sure that points go to the right one. For the front desk.
     * Throws the refusals of {@link Cards#find}.
     */
    String givenName(Caller caller, CardNumber card);

    /** @throws eu.kontor.kernel.Refusal {@code MEMBER_UNKNOWN}, also for members the caller may not see */
    MemberDetails get(Caller caller, MemberId member);

    /** Names for lists that hold member ids; those the caller may not see are absent. */
    Map<MemberId, MemberRow> names(Caller caller, Collection<MemberId> members);

    /** Creates a member with a first card and enrols it at the caller's tenant. */
    MemberDetails enrol(Caller caller, NewMember newMember);

    /** How many of the caller's members are enrolled at each other tenant; the operator gets all pairs. */
    List<AlsoAt> alsoAt(Caller caller);

    /** How many members are enrolled (at the caller's tenant; the operator: in the coalition). */
    long count(Caller caller);

    record MemberRow(
            MemberId member, String name, CardNumber card, String tier, Optional<String> phone, boolean active) {}

    /**
     * @param name of a member whom the caller's tenant does not know, the given name alone, as a till is told
     * @param cards newest first; of a member whom the caller's tenant does not know, the card that was shown
     * @param tier at the caller's tenant
     * @param enrolledHere whether the caller's tenant knows the member; contact data is empty if not
     * @param contactShown whether the member agreed that the caller's tenant sees contact data; they are empty if not
     */
    record MemberDetails(
            MemberId member,
            String name,
            Optional<String> phone,
            Optional<String> email,
            Locale language,
            LocalDate memberSince,
            List<CardRow> cards,
            String tier,
            boolean enrolledHere,
            boolean contactShown,
            boolean active) {}

    /**
     * @param replacedByEnding how the number ends that stands for this one now
     * @param label who carries this one of several; empty to brands that do not know the member
     */
    record CardRow(
            CardNumber number,
            String cardProgram,
            boolean blocked,
            Optional<String> replacedByEnding,
            Optional<String> label,
            LocalDate issuedOn) {

        /** Why nothing can be earned or redeemed with it; empty when something can. */
        public Optional<Refusal> problem() {
            return CardHolder.problem(number, blocked, replacedByEnding);
        }
    }

    /** @param contactShown whether the member agrees that the brand sees phone and mail, which are kept in any case */
    record NewMember(
            String givenName,
            String familyName,
            Optional<String> phone,
            Optional<String> email,
            Locale language,
            String confirmationCode,
            boolean contactShown) {}

    record AlsoAt(TenantId tenant, TenantId other, long members) {}
}
