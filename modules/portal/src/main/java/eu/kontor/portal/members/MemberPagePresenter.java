package eu.kontor.portal.members;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.api.Balances;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.ledger.api.Balances.PendingPoints;
import eu.kontor.ledger.api.Balances.PocketBalance;
import eu.kontor.ledger.api.Past;
import eu.kontor.ledger.api.Past.MemberAsOf;
import eu.kontor.membership.api.CardDesk;
import eu.kontor.membership.api.CardDesk.Addition;
import eu.kontor.membership.api.CardDesk.Replacement;
import eu.kontor.membership.api.CodeDesk;
import eu.kontor.membership.api.CodeDesk.Renewal;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.CardRow;
import eu.kontor.membership.api.Members.MemberDetails;
import eu.kontor.retention.api.GuestNotes;
import eu.kontor.retention.api.GuestNotes.Note;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who a member is and what it has; changes cards, keeps the brand's notes. */
@Service
public class MemberPagePresenter {

    private final Members members;
    private final CardDesk cards;
    private final CodeDesk codes;
    private final Balances balances;
    private final Past past;
    private final GuestNotes notes;

    @Inject
    public MemberPagePresenter(
            Members members, CardDesk cards, CodeDesk codes, Balances balances, Past past, GuestNotes notes) {
        this.members = members;
        this.cards = cards;
        this.codes = codes;
        this.balances = balances;
        this.past = past;
        this.notes = notes;
    }

    /** @throws eu.kontor.kernel.Refusal {@code MEMBER_UNKNOWN}, also for members the caller may not see */
    public MemberPage page(Caller caller, MemberId member) {
        MemberDetails details = members.get(caller, member);
        MemberBalance balance = balances.of(member);
        return new MemberPage(
                details.member(),
                details.name(),
                details.phone(),
                details.email(),
                details.memberSince(),
                details.tier(),
                details.enrolledHere(),
                details.contactShown(),
                details.active(),
                details.cards(),
                balance.pockets(),
                balance.available(),
                balance.held(),
                balance.waiting(),
                balance.debt(),
                balance.lastActivity());
    }

    /**
     * What it had at a past moment.
     *
     * @throws eu.kontor.kernel.Refusal {@code DAY_NOT_COME}, {@code NOT_PERMITTED}
     */
    public MemberAsOf balanceAsOf(Caller caller, MemberId member, Instant moment) {
        return past.balance(caller, member, moment);
    }

    /** Of a member's whole history a brand sees no part but its own; past balances would tell the rest. */
    public static boolean maySeePast(Caller caller) {
        return caller.tenant().isEmpty() && caller.isAny(Role.OPERATOR);
    }

    /** @param reason goes into the audit trail, never empty */
    public void blockCard(Caller caller, CardNumber card, String reason) {
        cards.block(caller, card, reason);
    }

    /** @param reason goes into the audit trail, never empty */
    public void unblockCard(Caller caller, CardNumber card, String reason) {
        cards.unblock(caller, card, reason);
    }

    /** @param requestKey the same for the same wish, so that a press that is repeated issues no second card */
    public CardNumber replaceCard(Caller caller, String requestKey, CardNumber card, String reason) {
        return cards.replace(caller, new Replacement(requestKey, card, reason, Optional.empty()))
                .card();
    }

    /** @param label who carries it, may be empty; {@code requestKey} as for {@link #replaceCard} */
    public CardNumber addCard(Caller caller, String requestKey, CardNumber beside, String label) {
        return cards.add(caller, new Addition(requestKey, beside, Optional.of(label), Optional.empty()))
                .card();
    }

    /** @param code as the member typed it; {@code reason} goes into the audit trail, never empty */
    public void renewCode(Caller caller, CardNumber card, String code, String reason) {
        codes.renew(caller, new Renewal(card, code, Optional.empty(), Optional.of(reason)));
    }

    /** Newest first; the operator has no brand and therefore no notes. */
    public List<Note> notes(Caller caller, MemberId member) {
        return mayKeepNotes(caller) ? notes.of(caller, member) : List.of();
    }

    public Note addNote(Caller caller, MemberId member, String text) {
        return notes.add(caller, member, text.strip());
    }

    public void removeNote(Caller caller, long noteId) {
        notes.remove(caller, noteId);
    }

    /** Who works with guests keeps notes on them. */
    public static boolean mayKeepNotes(Caller caller) {
        return caller.tenant().isPresent() && caller.isAny(Role.ADMIN, Role.FRONT_DESK);
    }

    /** Who may block and replace a card that a guest reports lost, and give the partner one. */
    public static boolean mayBlockCards(Caller caller) {
        return caller.isAny(Role.OPERATOR, Role.ADMIN, Role.FRONT_DESK);
    }

    /** Whoever holds a stolen card talks to a desk first. */
    public static boolean mayUnblockCards(Caller caller) {
        return caller.isAny(Role.OPERATOR, Role.ADMIN);
    }

    /** A new member is enrolled at a brand. */
    public static boolean mayEnrol(Caller caller) {
        return caller.tenant().isPresent() && caller.isAny(Role.ADMIN, Role.FRONT_DESK);
    }

    /**
     * @param phone and {@code email} empty unless the member agreed that the caller's brand sees them
     * @param cards newest first
     * @param pockets the soonest to expire first
     * @param waiting points that can be spent later, the soonest first
     * @param debt what the next earnings repay first
     */
    public record MemberPage(
            MemberId member,
            String name,
            Optional<String> phone,
            Optional<String> email,
            LocalDate memberSince,
            String tier,
            boolean enrolledHere,
            boolean contactShown,
            boolean active,
            List<CardRow> cards,
            List<PocketBalance> pockets,
            Points available,
            Points held,
            List<PendingPoints> waiting,
            Points debt,
            Optional<LocalDate> lastActivity) {}
}
