package eu.kontor.portal.members;

import eu.kontor.checkout.api.BalanceInquiry;
import eu.kontor.checkout.api.BalanceInquiry.CardBalance;
import eu.kontor.checkout.api.Visits;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.api.Balances;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.ledger.api.Debtors;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.membership.api.ContactConsents;
import eu.kontor.membership.api.MemberLists;
import eu.kontor.membership.api.MemberLists.Listed;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.MemberRow;
import eu.kontor.membership.api.Members.NewMember;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds members and enrols new ones. */
@Service
public class MembersPresenter {

    private final Members members;
    private final Balances balances;
    private final MemberLists lists;
    private final Debtors debtors;
    private final Visits visits;
    private final ContactConsents consents;
    private final BalanceInquiry inquiry;

    @Inject
    public MembersPresenter(
            Members members,
            Balances balances,
            MemberLists lists,
            Debtors debtors,
            Visits visits,
            ContactConsents consents,
            BalanceInquiry inquiry) {
        this.members = members;
        this.balances = balances;
        this.lists = lists;
        this.debtors = debtors;
        this.visits = visits;
        this.consents = consents;
        this.inquiry = inquiry;
    }

    /**
     * One page of a segment, in its own order.
     *
     * @param today where the caller is
     */
    Page<MemberLine> segment(Caller caller, Segment segment, LocalDate today, Optional<String> cursor, int limit) {
        return switch (segment) {
            case RECENT -> {
                Map<MemberId, LocalDate> seen = new LinkedHashMap<>();
                visits.latestGuests(caller, Page.MAX_ROWS).forEach(guest -> seen.put(guest.member(), guest.day()));
                yield lines(caller, new Page<>(List.copyOf(seen.keySet()), Optional.empty()), seen, Map.of());
            }
            case NEW -> dated(caller, lists.newSince(caller, today.withDayOfMonth(1), cursor, limit));
            case BLOCKED -> dated(caller, lists.withBlockedCard(caller, cursor, limit));
            case DEBT -> {
                Page<Debtors.Debtor> page = debtors.list(caller, cursor, limit);
                Map<MemberId, Points> debts =
                        page.rows().stream().collect(Collectors.toMap(Debtors.Debtor::member, Debtors.Debtor::debt));
                List<MemberId> ids =
                        page.rows().stream().map(Debtors.Debtor::member).toList();
                yield lines(caller, new Page<>(ids, page.next()), Map.of(), debts);
            }
        };
    }

    private Page<MemberLine> dated(Caller caller, Page<Listed> page) {
        Map<MemberId, LocalDate> days = new LinkedHashMap<>();
        page.rows().forEach(row -> days.putIfAbsent(row.member(), row.day()));
        return lines(caller, new Page<>(List.copyOf(days.keySet()), page.next()), days, Map.of());
    }

    /** Who is not known here any more is left out. */
    private Page<MemberLine> lines(
            Caller caller, Page<MemberId> ids, Map<MemberId, LocalDate> days, Map<MemberId, Points> debts) {
        Map<MemberId, MemberRow> known = members.names(caller, ids.rows());
        Map<MemberId, MemberBalance> have = ids.rows().isEmpty() ? Map.of() : balances.of(ids.rows());
        return new Page<>(
                ids.rows().stream()
                        .filter(known::containsKey)
                        .map(id -> line(known.get(id), have.get(id))
                                .with(Optional.ofNullable(days.get(id)), debts.getOrDefault(id, Points.ZERO)))
                        .toList(),
                ids.next());
    }

    /** How many there are in a segment, as far as one page tells; {@link Page#MAX_ROWS} may be more. */
    int size(Caller caller, Segment segment, LocalDate today) {
        return switch (segment) {
            case RECENT -> visits.latestGuests(caller, Page.MAX_ROWS).size();
            case NEW ->
                lists.newSince(caller, today.withDayOfMonth(1), Optional.empty(), Page.MAX_ROWS)
                        .rows()
                        .size();
            case BLOCKED ->
                lists.withBlockedCard(caller, Optional.empty(), Page.MAX_ROWS)
                        .rows()
                        .size();
            case DEBT ->
                debtors.list(caller, Optional.empty(), Page.MAX_ROWS).rows().size();
        };
    }

    /**
     * One page of the members that fit, with their balances from a second query over the whole page. A card finds who never was at the brand,
     * too: of them a list tells what a till is told, and the question counts like a till's.
     */
    public Page<MemberLine> search(Caller caller, String text, Optional<String> cursor, int limit) {
        Optional<MemberLine> stranger = card(text).flatMap(card -> stranger(caller, card));
        if (stranger.isPresent()) {
            return new Page<>(List.of(stranger.get()), Optional.empty());
        }
        Page<MemberRow> found = members.search(caller, text, cursor, limit);
        List<MemberId> ids = found.rows().stream().map(MemberRow::member).toList();
        Map<MemberId, MemberBalance> have = ids.isEmpty() ? Map.of() : balances.of(ids);
        return new Page<>(
                found.rows().stream()
                        .map(row -> line(row, have.get(row.member())))
                        .toList(),
                found.next());
    }

    private Optional<MemberLine> stranger(Caller caller, CardNumber card) {
        try {
            CardBalance shown = inquiry.of(caller, card);
            return shown.balance().isPresent() ? Optional.empty() : Optional.of(line(shown));
        } catch (Refusal refusal) {
            if (refusal.code() == RefusalCode.CARD_UNKNOWN) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** Whatever the search takes for a card's number, with whatever stands between its digits. */
    private static Optional<CardNumber> card(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        if (digits.length() != CardNumber.DIGITS || text.chars().anyMatch(Character::isLetter)) {
            return Optional.empty();
        }
        try {
            return Optional.of(CardNumber.parse(digits));
        } catch (Refusal notACard) {
            return Optional.empty();
        }
    }

    private static MemberLine line(CardBalance shown) {
        CardHolder holder = shown.bearer().holder();
        return new MemberLine(
                holder.member(),
                shown.bearer().name(),
                holder.card(),
                holder.tier(),
                Optional.empty(),
                holder.memberActive(),
                Points.ZERO,
                Optional.empty(),
                Points.ZERO,
                Optional.of(new Told(shown.usable(), shown.canRedeem())));
    }

    /** How many there are to search among. */
    public long count(Caller caller) {
        return members.count(caller);
    }

    /** Whether {@code text} is long enough to search for. */
    public static boolean isSearchable(String text) {
        return text.strip().length() >= Members.SHORTEST_SEARCH;
    }

    /** To what a guest agrees who lets the brand see phone and mail. */
    public String contactText(Caller caller, Locale language) {
        return consents.text(caller, language).text();
    }

    /** Creates the member with a first card. */
    public Enrolled enrol(Caller caller, EnrolmentForm form) {
        Members.MemberDetails made = members.enrol(
                caller,
                new NewMember(
                        form.givenName().strip(),
                        form.familyName().strip(),
                        filled(form.phone()),
                        filled(form.email()),
                        form.language(),
                        form.confirmationCode(),
                        form.contactShown()));
        return new Enrolled(made.member(), made.name(), made.cards().getFirst().number());
    }

    /** Who stands at a counter. */
    public static boolean mayServe(Caller caller) {
        return caller.tenant().isPresent() && caller.isAny(Role.ADMIN, Role.FRONT_DESK);
    }

    /** Names and phone numbers by the thousand leave the house only with who answers for them. */
    public static boolean mayExport(Caller caller) {
        return caller.isAny(Role.OPERATOR, Role.ADMIN);
    }

    private static Optional<String> filled(String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    private static MemberLine line(MemberRow row, MemberBalance balance) {
        return new MemberLine(
                row.member(),
                row.name(),
                row.card(),
                row.tier(),
                row.phone(),
                row.active(),
                balance == null ? Points.ZERO : balance.available(),
                Optional.empty(),
                Points.ZERO,
                Optional.empty());
    }

    /**
     * What a till is told of the card of who never was at the brand.
     *
     * @param usable whether it can earn and redeem
     * @param canRedeem whether there is as much on it as can be redeemed here
     */
    public record Told(boolean usable, boolean canRedeem) {}

    /**
     * @param name of a stranger the first name
     * @param available points the member could redeem now, over all pockets
     * @param day of what a segment is about: the last visit, the first day, the day of the block
     * @param debt at the caller's brand, where a segment is about debts
     * @param told of a stranger, in place of all figures
     */
    public record MemberLine(
            MemberId member,
            String name,
            CardNumber card,
            String tier,
            Optional<String> phone,
            boolean active,
            Points available,
            Optional<LocalDate> day,
            Points debt,
            Optional<Told> told) {

        MemberLine with(Optional<LocalDate> newDay, Points newDebt) {
            return new MemberLine(member, name, card, tier, phone, active, available, newDay, newDebt, told);
        }
    }

    /** What the person at the desk typed; texts may be empty where the member gave nothing. */
    public record EnrolmentForm(
            String givenName,
            String familyName,
            String phone,
            String email,
            Locale language,
            String confirmationCode,
            boolean contactShown) {}

    /** @param card the first card, to be handed out */
    public record Enrolled(MemberId member, String name, CardNumber card) {}
}
