package eu.kontor.membership.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.membership.api.ConfirmationCodes;
import eu.kontor.membership.api.ContactConsents;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.MemberDetails;
import eu.kontor.membership.persistence.NewMembers;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Who may record a guest's consent; each change leaves an entry in the audit trail. */
@Service
public class MemberConsents implements ContactConsents {

    private final Transactions transactions;
    private final Members members;
    private final ConfirmationCodes codes;
    private final NewMembers records;
    private final CardRules rules;
    private final Audit audit;

    @Inject
    public MemberConsents(
            Transactions transactions,
            Members members,
            ConfirmationCodes codes,
            NewMembers records,
            CardRules rules,
            Audit audit) {
        this.transactions = transactions;
        this.members = members;
        this.codes = codes;
        this.records = records;
        this.rules = rules;
        this.audit = audit;
    }

    @Override
    public void agree(Caller caller, CardNumber card, Optional<String> confirmationCode) {
        caller.mustBe(Role.ADMIN, Role.FRONT_DESK, Role.TILL, Role.ENROL);
        MemberDetails guest = members.byCard(caller, card);
        if (!guest.enrolledHere()) {
            throw unknown(card);
        }
        String code = confirmationCode
                .filter(typed -> !typed.isBlank())
                .orElseThrow(() -> new Refusal(RefusalCode.FIELD_MISSING, "field", "confirmationCode"));
        codes.verify(caller, guest.member(), code);
        set(caller, card, Optional.of(rules.now()), "agree-to-contact");
    }

    @Override
    public void withdraw(Caller caller, CardNumber card) {
        caller.mustBe(Role.ADMIN, Role.FRONT_DESK, Role.TILL, Role.ENROL);
        rules.cardMustBeOurs(card);
        set(caller, card, Optional.empty(), "withdraw-contact");
    }

    private void set(Caller caller, CardNumber card, Optional<Instant> agreedAt, String action) {
        transactions.asTenant(caller.tenantOrRefuse(), unit -> {
            if (!records.setContactConsent(unit, card, agreedAt)) {
                throw unknown(card);
            }
            audit.record(unit, caller, action, "card " + card.value(), Map.of());
            return card;
        });
    }

    private static Refusal unknown(CardNumber card) {
        return new Refusal(RefusalCode.CARD_UNKNOWN, "card", card.value());
    }
}
