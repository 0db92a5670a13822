package eu.kontor.portal.frontdesk;

import eu.kontor.checkout.api.BalanceInquiry;
import eu.kontor.checkout.api.BalanceInquiry.CardBalance;
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
import eu.kontor.ledger.api.Balances.PendingPoints;
import eu.kontor.ledger.api.Balances.PocketBalance;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.membership.api.CardHolder;
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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private final BalanceInquiry inquiry;
    private final Balances balances;
    private final Visits visits;
    private final Tenants tenants;

    @Inject
    public GuestPresenter(Members members, BalanceInquiry inquiry, Balances balances, Visits visits, Tenants tenants) {
        this.members = members;
        this.inquiry = inquiry;
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
     * A recognised guest. Of a stranger, who never was at this brand, the counter knows what a till is told: the first name, whether the card
     * may be used, and whether there is enough on it to redeem.
     *
     * @param name of a stranger the first name
     * @param card with which to earn and redeem; empty when the guest has none that may be used
     * @param enrolledHere false for a stranger
     * @param problem why nothing can be done with the card or the membership
     * @param canRedeem whether there is at least what can be redeemed here
     * @param has nothing is told of a stranger's
     */
    record Guest(
            MemberId member,
            String name,
            Optional<CardNumber> card,
            String tier,
            boolean enrolledHere,
            Optional<Refusal> problem,
            boolean canRedeem,
            Has has) {

        Points available() {
            return has.available();
        }

        /** Whether there may be something to spend; of a stranger only what can be redeemed is known. */
        boolean mayHavePoints() {
            return enrolledHere ? !available().isZero() : canRedeem;
        }
    }

    /**
     * The balance, as the sum of what is listed, and beside it what is not in it.
     *
     * @param pockets in the order in which redemptions draw on them; only those that hold points
     * @param held of redemptions under way
     * @param waiting earned, and to be spent later, the soonest first
     */
    record Has(Points available, List<PocketLine> pockets, Points held, List<PendingPoints> waiting, Points debt) {

        static final Has UNKNOWN = new Has(Points.ZERO, List.of(), Points.ZERO, List.of(), Points.ZERO);

        static Has of(MemberBalance balance) {
            return new Has(
                    balance.available(),
                    balance.pockets().stream()
                            .filter(pocket -> !pocket.available().isZero())
                            .map(GuestPresenter::line)
                            .toList(),
                    balance.held(),
                    balance.waiting(),
                    balance.debt());
        }
    }

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
            return new One(byCard(caller, card));
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
        return guest(members.get(caller, member), Optional.empty(), balances.of(member), true);
    }

    /** The same guest with the balance of now. */
    Guest again(Caller caller, Guest guest) {
        return guest.card().map(card -> byCard(caller, card)).orElseGet(() -> guest(caller, guest.member()));
    }

    /**
     * Newest first; a few seconds behind the ledger.
     *
     * @param lately purchases that are read by their number, as they are by now
     */
    List<VisitLine> visits(Caller caller, MemberId member, List<PostingId> lately) {
        Tenant tenant = tenants.get(caller.tenantOrRefuse());
        List<Visit> filed = visits.ofMember(caller, member, MAX_VISITS);
        Set<PostingId> known = filed.stream().map(Visit::purchase).collect(Collectors.toSet());
        Stream<Visit> waiting = lately.stream()
                .filter(id -> !known.contains(id))
                .map(id -> visits.get(caller, id))
                .flatMap(Optional::stream);
        return Stream.concat(waiting, filed.stream())
                .limit(MAX_VISITS)
                .map(visit -> new VisitLine(
                        visit,
                        tenant.outlet(visit.outlet()).map(Tenant.Outlet::name).orElse(visit.outlet())))
                .toList();
    }

    /** Asked as a till asks: who never was here is told of as to a till, and the question counts. */
    private Guest byCard(Caller caller, CardNumber card) {
        CardBalance shown = inquiry.of(caller, card);
        return shown.balance()
                .map(balance -> guest(members.byCard(caller, card), Optional.of(card), balance, shown.canRedeem()))
                .orElseGet(() -> stranger(shown));
    }

    private static Guest stranger(CardBalance shown) {
        CardHolder holder = shown.bearer().holder();
        return new Guest(
                holder.member(),
                shown.bearer().name(),
                Optional.of(holder.card()),
                holder.tier(),
                false,
                holder.problem(),
                shown.canRedeem(),
                Has.UNKNOWN);
    }

    private static Guest guest(
            MemberDetails details, Optional<CardNumber> shown, MemberBalance balance, boolean canRedeem) {
        Optional<CardRow> card = shown.isPresent()
                ? details.cards().stream()
                        .filter(row -> row.number().equals(shown.get()))
                        .findFirst()
                : details.cards().stream().filter(row -> !row.blocked()).findFirst();
        return new Guest(
                details.member(),
                details.name(),
                card.map(CardRow::number),
                details.tier(),
                true,
                problem(details, card),
                canRedeem,
                Has.of(balance));
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
