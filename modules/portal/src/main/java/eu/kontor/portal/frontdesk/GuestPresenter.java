package eu.kontor.portal.frontdesk;

import eu.kontor.checkout.api.Visits;
import eu.kontor.checkout.api.Visits.Visit;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Balances;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.ledger.api.Balances.NextExpiry;
import eu.kontor.ledger.api.Balances.PocketBalance;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.CardRow;
import eu.kontor.membership.api.Members.MemberDetails;
import eu.kontor.membership.api.Members.MemberRow;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises guests at the counter: by card number, by what a scanner sent, by name or phone. */
@Service
public class GuestPresenter {

    /** As many as can be told apart at a glance; more are narrowed by typing. */
    static final int MAX_CANDIDATES = 8;

    private static final int MAX_VISITS = 5;
    /** A card number anywhere in what a scanner sent: alone, grouped, or inside a link. */
    private static final Pattern SCANNED = Pattern.compile("(?<!\\d)\\d(?:[ \\u00a0-]?\\d){15}(?!\\d)");
    /** So many digits are meant as a card number, even if some are missing; a phone number has fewer. */
    private static final int DIGITS_OF_A_CARD = 14;

    private final Members members;
    private final Balances balances;
    private final Visits visits;
    private final Tenants tenants;

    @Inject
    public GuestPresenter(Members members, Balances balances, Visits visits, Tenants tenants) {
        this.members = members;
        this.balances = balances;
        this.visits = visits;
        this.tenants = tenants;
    }

    /** What was found for what was typed. */
    sealed interface Found {}

    /** Exactly one guest. */
    record One(Guest guest) implements Found {}

    /** Several to choose from; {@code more} when there are others beyond them. */
    record Several(List<MemberRow> candidates, boolean more) implements Found {}

    /** Nobody by that name or phone. */
    record Nobody() implements Found {}

    /**
     * A recognised guest.
     *
     * @param card with which to earn and redeem; empty when the guest has none that may be used
     * @param problem why nothing can be done with the card or the membership
     * @param pockets in the order in which redemptions draw on them; only those that hold points
     */
    record Guest(
            MemberId member,
            String name,
            Optional<CardNumber> card,
            String tier,
            boolean enrolledHere,
            Optional<Refusal> problem,
            Points available,
            List<PocketLine> pockets,
            Points debt) {}

    /** All that a counter is told of the holder of a card that it has not seen. */
    record Recipient(CardNumber card, String firstName) {}

    /** @param next what of it expires first */
    record PocketLine(Points points, boolean fixedTerm, Optional<NextExpiry> next) {}

    /** @param outlet its name */
    record VisitLine(Visit visit, String outlet) {}

    /**
     * Finds by a card number anywhere in the text, else by name or phone.
     *
     * @throws Refusal for a card number that is wrong or unknown, or a text that is too short
     */
    Found find(Caller caller, String typed) {
        Matcher scanned = SCANNED.matcher(typed);
        if (scanned.find()) {
            CardNumber card = CardNumber.parse(scanned.group());
            return new One(guest(caller, members.byCard(caller, card), Optional.of(card)));
        }
        String text = typed.strip();
        if (text.chars().filter(Character::isDigit).count() >= DIGITS_OF_A_CARD) {
            throw new Refusal(RefusalCode.CARD_NUMBER_MALFORMED, "card", text);
        }
        var page = members.search(caller, text, Optional.empty(), MAX_CANDIDATES);
        return switch (page.rows().size()) {
            case 0 -> new Nobody();
            case 1 -> new One(guest(caller, page.rows().getFirst().member()));
            default -> new Several(page.rows(), page.next().isPresent());
        };
    }

    /**
     * Whom another guest's points shall go to. Only the card number finds: it is what the giver knows of the recipient.
     *
     * @throws Refusal for a card number that is wrong or unknown, {@code GIFT_TO_ONESELF} for the giver's own
     */
    Recipient recipient(Caller caller, Guest giver, String typed) {
        Matcher scanned = SCANNED.matcher(typed);
        if (!scanned.find()) {
            throw new Refusal(RefusalCode.CARD_NUMBER_MALFORMED, "card", typed.strip());
        }
        CardNumber card = CardNumber.parse(scanned.group());
        if (giver.card().filter(card::equals).isPresent()) {
            throw new Refusal(RefusalCode.GIFT_TO_ONESELF);
        }
        return new Recipient(card, members.givenName(caller, card));
    }

    /** The guest whom the cashier chose from several, or again after a posting. */
    Guest guest(Caller caller, MemberId member) {
        return guest(caller, members.get(caller, member), Optional.empty());
    }

    /** The same guest with the balance of now. */
    Guest again(Caller caller, Guest guest) {
        return guest.card().isPresent()
                ? guest(caller, members.byCard(caller, guest.card().get()), guest.card())
                : guest(caller, guest.member());
    }

    /** Newest first; a few seconds behind the ledger. */
    List<VisitLine> visits(Caller caller, MemberId member) {
        Tenant tenant = tenants.get(caller.tenantOrRefuse());
        return visits.ofMember(caller, member, MAX_VISITS).stream()
                .map(visit -> new VisitLine(
                        visit,
                        tenant.outlet(visit.outlet()).map(Tenant.Outlet::name).orElse(visit.outlet())))
                .toList();
    }

    private Guest guest(Caller caller, MemberDetails details, Optional<CardNumber> shown) {
        Optional<CardRow> card = shown.isPresent()
                ? details.cards().stream()
                        .filter(row -> row.number().equals(shown.get()))
                        .findFirst()
                : details.cards().stream().filter(row -> !row.blocked()).findFirst();
        MemberBalance balance = balances.of(details.member());
        return new Guest(
                details.member(),
                details.name(),
                card.map(CardRow::number),
                details.tier(),
                details.enrolledHere(),
                problem(details, card),
                balance.available(),
                balance.pockets().stream()
                        .filter(pocket -> !pocket.available().isZero())
                        .map(GuestPresenter::line)
                        .toList(),
                balance.debt());
    }

    private static PocketLine line(PocketBalance pocket) {
        return new PocketLine(pocket.available(), pocket.pocket().isFixedTerm(), pocket.next());
    }

    private static Optional<Refusal> problem(MemberDetails details, Optional<CardRow> card) {
        if (!details.active()) {
            return Optional.of(new Refusal(RefusalCode.MEMBER_NOT_ACTIVE));
        }
        return card.or(() -> details.cards().stream().findFirst()).flatMap(CardRow::problem);
    }
}
