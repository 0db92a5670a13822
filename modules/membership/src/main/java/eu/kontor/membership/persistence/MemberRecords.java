package eu.kontor.membership.persistence;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.Members.CardRow;
import eu.kontor.membership.api.Members.MemberDetails;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One member as a page shows it. Row-level security decides who is found. */
@Service
public class MemberRecords {

    /** Everyone begins in it; programs with tiers move members up. */
    public static final String FIRST_TIER = "member";

    private static final String CONTACT = SqlFile.read("membership/contact");

    private static final String CARD_HOLDER = SqlFile.read("membership/card_holder");

    /** @param tenant whose tier is shown; empty for the operator */
    public Optional<MemberDetails> find(UnitOfWork unit, Optional<TenantId> tenant, MemberId member) {
        EntityManager entities = unit.entityManager();
        return Optional.ofNullable(entities.find(Member.class, member.value()))
                .map(found ->
                        details(found, tenant.flatMap(id -> enrollment(entities, member, id)), contact(unit, member)));
    }

    /** The card's member and whether that card is blocked, if the caller's tenant knows the member. */
    public Optional<MemberId> memberOfVisibleCard(UnitOfWork unit, CardNumber card) {
        return Optional.ofNullable(unit.entityManager().find(Card.class, card.value()))
                .map(found -> new MemberId(found.member().id()));
    }

    /** What whoever shows the card lets be seen of its holder: the first name, no contact data, no other cards. */
    public Optional<MemberDetails> holderOf(UnitOfWork unit, CardNumber card) {
        return holder(unit, card).map(holder -> holder.details(card));
    }

    public Optional<String> givenNameOf(UnitOfWork unit, CardNumber card) {
        return holder(unit, card).map(HolderRow::givenName);
    }

    private static Optional<HolderRow> holder(UnitOfWork unit, CardNumber card) {
        return unit.jdbi()
                .createQuery(CARD_HOLDER)
                .bind("card", card)
                .mapTo(HolderRow.class)
                .findOne();
    }

    /** As far as the role may see it. */
    private static ContactRow contact(UnitOfWork unit, MemberId member) {
        return unit.jdbi()
                .createQuery(CONTACT)
                .bind("member", member)
                .mapTo(ContactRow.class)
                .findOne()
                .orElse(ContactRow.HIDDEN);
    }

    private record ContactRow(Optional<String> phone, Optional<String> email) {
        private static final ContactRow HIDDEN = new ContactRow(Optional.empty(), Optional.empty());
    }

    private static Optional<Enrollment> enrollment(EntityManager entities, MemberId member, TenantId tenant) {
        return Optional.ofNullable(entities.find(Enrollment.class, new Enrollment.Key(member.value(), tenant.value())));
    }

    private static MemberDetails details(Member member, Optional<Enrollment> enrollment, ContactRow contact) {
        return new MemberDetails(
                new MemberId(member.id()),
                member.name(),
                contact.phone(),
                contact.email(),
                Locale.forLanguageTag(member.language()),
                member.memberSince(),
                member.cards().stream().map(MemberRecords::row).toList(),
                enrollment.map(Enrollment::tier).orElse(FIRST_TIER),
                enrollment.isPresent(),
                enrollment.map(Enrollment::showsContact).orElse(false),
                member.isActive());
    }

    private static CardRow row(Card card) {
        return new CardRow(
                new CardNumber(card.number()),
                card.cardProgram(),
                card.isBlocked(),
                Optional.ofNullable(card.replacedBy()).map(number -> new CardNumber(number).ending()),
                Optional.ofNullable(card.label()),
                card.issuedOn());
    }

    private record HolderRow(
            MemberId memberId,
            String givenName,
            Locale language,
            boolean active,
            LocalDate memberSince,
            String cardProgram,
            boolean blocked,
            Optional<String> replacedByEnding,
            LocalDate issuedOn) {

        MemberDetails details(CardNumber card) {
            return new MemberDetails(
                    memberId,
                    givenName,
                    Optional.empty(),
                    Optional.empty(),
                    language,
                    memberSince,
                    List.of(new CardRow(card, cardProgram, blocked, replacedByEnding, Optional.empty(), issuedOn)),
                    FIRST_TIER,
                    false,
                    false,
                    active);
        }
    }
}
