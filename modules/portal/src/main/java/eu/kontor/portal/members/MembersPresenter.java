package eu.kontor.portal.members;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.api.Balances;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.membership.api.ContactConsents;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.MemberRow;
import eu.kontor.membership.api.Members.NewMember;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds members and enrols new ones. */
@Service
public class MembersPresenter {

    private final Members members;
    private final Balances balances;
    private final ContactConsents consents;

    @Inject
    public MembersPresenter(Members members, Balances balances, ContactConsents consents) {
        this.members = members;
        this.balances = balances;
        this.consents = consents;
    }

    /** One page of the members that fit, with their balances from a second query over the whole page. */
    public Page<MemberLine> search(Caller caller, String text, Optional<String> cursor, int limit) {
        Page<MemberRow> found = members.search(caller, text, cursor, limit);
        List<MemberId> ids = found.rows().stream().map(MemberRow::member).toList();
        Map<MemberId, MemberBalance> have = ids.isEmpty() ? Map.of() : balances.of(ids);
        return new Page<>(
                found.rows().stream()
                        .map(row -> line(row, have.get(row.member())))
                        .toList(),
                found.next());
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
                balance == null ? Points.ZERO : balance.available());
    }

    /** @param available points the member could redeem now, over all pockets */
    public record MemberLine(
            MemberId member,
            String name,
            CardNumber card,
            String tier,
            Optional<String> phone,
            boolean active,
            Points available) {}

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
