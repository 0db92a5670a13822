package eu.kontor.membership.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.membership.api.ContactConsents;
import eu.kontor.membership.api.ContactConsents.ConsentText;
import eu.kontor.membership.api.Members.NewMember;
import eu.kontor.membership.domain.ConfirmationCode;
import eu.kontor.membership.persistence.CardLookup;
import eu.kontor.membership.persistence.CodeRecords.HashedCode;
import eu.kontor.membership.persistence.NewMembers;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** What people change about members; each change leaves an entry in the audit trail. */
@Service
public class MemberChanges {

    private final NewMembers newMembers;
    private final CardLookup cards;
    private final CodeHashing hashing;
    private final CardRules rules;
    private final ConsentBook consents;
    private final Audit audit;

    @Inject
    public MemberChanges(
            NewMembers newMembers,
            CardLookup cards,
            CodeHashing hashing,
            CardRules rules,
            ConsentBook consents,
            Audit audit) {
        this.newMembers = newMembers;
        this.cards = cards;
        this.hashing = hashing;
        this.rules = rules;
        this.consents = consents;
        this.audit = audit;
    }

    /** Creates the member with a first card and enrols it at the tenant whose transaction it is. */
    MemberId enrol(UnitOfWork unit, Caller caller, NewMember newMember) throws SQLException {
        NewMember form = NewMemberForm.checked(newMember);
        HashedCode code = hashing.hash(ConfirmationCode.chosen(
                newMember.confirmationCode(), form.phone().orElse("")));
        CardNumber card = cards.next(unit, rules.cardPrefix());
        MemberId member = newMembers.enrol(unit, form, code, card, rules.today(), rules.now());
        if (form.contactShown()) {
            ConsentText agreedTo =
                    consents.text(unit, caller.tenantOrRefuse(), ContactConsents.CONTACT, form.language());
            consents.record(unit, caller, member, Optional.of(agreedTo));
        }
        audit.record(
                unit,
                caller,
                "enrol-member",
                "member " + member.value(),
                Map.of("card", card.value(), "contact-shown", Boolean.toString(form.contactShown())));
        return member;
    }
}
