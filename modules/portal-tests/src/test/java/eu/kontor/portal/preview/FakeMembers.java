package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.Members;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Two dozen people of the town. */
@ApplicationScoped
public class FakeMembers implements Members {

    /** Of a guest whom only other brands know. */
    public static final long BLOCKED_ELSEWHERE = 18;

    /** Of a guest who lets nobody see phone and mail. */
    private static final int KEEPS_CONTACT = 6;

    /** Of a guest who lost her card and shows the old number. */
    public static final long REPLACED = 15;

    static final List<String> NAMES = List.of(
            "Marina Vidal",
            "Hugo Salas",
            "Elena Prieto",
            "Thomas Keller",
            "李 雨桐",
            "Nuria Campos",
            "Pablo Arias",
            "Sophie Laurent",
            "Inés Cordero",
            "James Whitfield",
            "Carmen Roldán",
            "Mateo Fuentes",
            "王 浩然",
            "Alba Serrano",
            "Olivia Brandt",
            "Rafael Montes",
            "Lola Cabrera",
            "Andrew Pike",
            "Irene Gallardo",
            "Bruno Ferreira",
            "Teresa Aguilar",
            "陈 思远",
            "Marta Iglesias",
            "Víctor Calvo");

    private final List<String> names = new ArrayList<>(NAMES);

    @Override
    public Page<MemberRow> search(Caller caller, String text, Optional<String> cursor, int limit) {
        String wanted = text.trim().toLowerCase(Locale.ROOT);
        if (wanted.length() < SHORTEST_SEARCH) {
            throw new Refusal(RefusalCode.SEARCH_TOO_SHORT, "minimum", SHORTEST_SEARCH);
        }
        String digits = wanted.replaceAll("\\D", "");
        List<MemberRow> rows = LongStream.rangeClosed(1, names.size())
                .mapToObj(this::row)
                .filter(row -> row.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || !digits.isEmpty()
                                && row.phone().orElse("").replaceAll("\\D", "").contains(digits)
                        || !digits.isEmpty() && row.card().value().equals(digits))
                .limit(limit)
                .toList();
        return new Page<>(rows, Optional.empty());
    }

    private MemberRow row(long id) {
        return new MemberRow(
                new MemberId(id),
                names.get((int) id - 1),
                PreviewWorld.card(id),
                tier(id),
                Optional.of(phone(id)),
                id % 11 != 0);
    }

    static String tier(long id) {
        return id % 5 == 0 ? "gold" : id % 3 == 0 ? "silver" : "member";
    }

    private static String phone(long id) {
        return "+34 6" + (10 + id) + " " + (100 + id * 37 % 900) + " " + (100 + id * 61 % 900);
    }

    @Override
    public MemberDetails byCard(Caller caller, CardNumber card) {
        if (!card.value().startsWith(PreviewWorld.PREFIX)) {
            throw new Refusal(RefusalCode.CARD_OF_ANOTHER_COALITION, "card", card.grouped());
        }
        return details(PreviewWorld.member(card));
    }

    @Override
    public String givenName(Caller caller, CardNumber card) {
        return givenName(byCard(caller, card));
    }

    /** Every ninth guest is known to other brands only. */
    static boolean wasHere(long member) {
        return member % 9 != 0;
    }

    static String givenName(MemberDetails member) {
        String[] parts = member.name().split(" ");
        return Character.isIdeographic(parts[0].charAt(0)) ? parts[1] : parts[0];
    }

    @Override
    public MemberDetails get(Caller caller, MemberId member) {
        if (member.value() > names.size()) {
            throw new Refusal(RefusalCode.MEMBER_UNKNOWN);
        }
        return details(member);
    }

    private MemberDetails details(MemberId member) {
        long id = member.value();
        MemberRow row = row(id);
        return new MemberDetails(
                member,
                row.name(),
                row.phone().filter(phone -> id != KEEPS_CONTACT),
                Optional.of("guest" + id + "@example.org").filter(mail -> id != KEEPS_CONTACT),
                id == 5 || id == 13 ? Locale.CHINESE : Locale.forLanguageTag("es"),
                LocalDate.of(2025, 1 + (int) (id % 12), 4),
                List.of(new CardRow(
                        row.card(),
                        "Ronda card",
                        id % 7 == 0 || id == BLOCKED_ELSEWHERE || id == REPLACED,
                        id == REPLACED ? Optional.of("39") : Optional.empty(),
                        id == 4 ? Optional.of("Partner") : Optional.empty(),
                        LocalDate.of(2025, 1 + (int) (id % 12), 4))),
                row.tier(),
                wasHere(id),
                wasHere(id) && id != KEEPS_CONTACT,
                row.active());
    }

    @Override
    public Map<MemberId, MemberRow> names(Caller caller, Collection<MemberId> members) {
        return members.stream()
                .distinct()
                .filter(member -> member.value() <= names.size())
                .collect(Collectors.toMap(member -> member, member -> row(member.value())));
    }

    @Override
    public MemberDetails enrol(Caller caller, NewMember newMember) {
        if (newMember.confirmationCode().chars().distinct().count() < 3
                || "0123456789".contains(newMember.confirmationCode())) {
            throw new Refusal(RefusalCode.CONFIRMATION_CODE_WEAK, "field", "confirmationCode");
        }
        names.add(newMember.givenName() + ' ' + newMember.familyName());
        return get(caller, new MemberId(names.size()));
    }

    @Override
    public List<AlsoAt> alsoAt(Caller caller) {
        TenantId own = caller.tenant().orElse(null);
        List<TenantId> all = List.of(PreviewWorld.RESORT, PreviewWorld.CITY, PreviewWorld.CAFE, PreviewWorld.SHOP);
        List<AlsoAt> pairs = new ArrayList<>();
        for (TenantId one : all) {
            for (TenantId other : all) {
                if (!one.equals(other) && (own == null || own.equals(one))) {
                    long members = 180L + 37L * one.value() * other.value() % 611;
                    pairs.add(new AlsoAt(one, other, members));
                }
            }
        }
        return pairs;
    }

    @Override
    public long count(Caller caller) {
        return caller.tenant().isPresent() ? 1_284 : 2_357;
    }
}
