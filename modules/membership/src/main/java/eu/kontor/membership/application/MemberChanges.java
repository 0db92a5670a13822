package eu.kontor.membership.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.Members.NewMember;
import eu.kontor.membership.persistence.CardLookup;
import eu.kontor.membership.persistence.CodeRecords.HashedCode;
import eu.kontor.membership.persistence.NewMembers;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What people change about members; each change leaves an entry in the audit trail. */
@Service
public class MemberChanges {

    /** Long enough for a sentence. */
    private static final int LONGEST_REASON = 200;

    private final NewMembers newMembers;
    private final CardLookup cards;
    private final CodeHashing hashing;
    private final CardRules rules;
    private final Audit audit;

    @Inject
    public MemberChanges(NewMembers newMembers, CardLookup cards, CodeHashing hashing, CardRules rules, Audit audit) {
        this.newMembers = newMembers;
        this.cards = cards;
        this.hashing = hashing;
        this.rules = rules;
        this.audit = audit;
    }

    /** Creates the member with a first card and enrols it at the tenant. */
    MemberId enrol(UnitOfWork unit, Caller caller, TenantId tenant, NewMember newMember) throws SQLException {
        LocalDate today = rules.today();
        HashedCode code = hashing.hash(newMember.confirmationCode());
        MemberId member = newMembers.create(unit, NewMemberForm.checked(newMember), code, today);
        CardNumber card = cards.issue(unit, member, rules.cardPrefix(), today);
        cards.enrol(unit, tenant, List.of(member), today);
        audit.record(unit, caller, "enrol-member", "member " + member.value(), Map.of("card", card.value()));
        return member;
    }

    void block(UnitOfWork unit, Caller caller, CardNumber card, String reason) throws SQLException {
        String why = NewMemberForm.text("reason", reason, LONGEST_REASON);
        if (!cards.block(unit, card, rules.now())) {
            throw new Refusal(RefusalCode.CARD_UNKNOWN, "card", card.value());
        }
        audit.record(unit, caller, "block-card", "card " + card.value(), Map.of("reason", why));
    }
}
