package eu.kontor.membership.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.membership.api.CardDesk;
import eu.kontor.membership.api.ConfirmationCodes;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.persistence.CardRecords.Changed;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.Optional;

/** Says who may change cards, and in which transaction it is done. */
@Service
public class MemberCards implements CardDesk {

    /** Long enough for a sentence. */
    static final int LONGEST_REASON = 200;
    /** As of every call that posts. */
    private static final int LONGEST_KEY = 128;

    private static final Role[] WHO_SERVE_MEMBERS = {Role.OPERATOR, Role.ADMIN, Role.FRONT_DESK, Role.ENROL};

    /** A till is where a guest tells that the card is gone. */
    private static final Role[] WHO_BLOCK = {Role.OPERATOR, Role.ADMIN, Role.FRONT_DESK, Role.ENROL, Role.TILL};

    private final Transactions transactions;
    private final CardRules rules;
    private final CardChanges changes;
    private final Members members;
    private final ConfirmationCodes codes;

    @Inject
    public MemberCards(
            Transactions transactions, CardRules rules, CardChanges changes, Members members, ConfirmationCodes codes) {
        this.transactions = transactions;
        this.rules = rules;
        this.changes = changes;
        this.members = members;
        this.codes = codes;
    }

    @Override
    public void block(Caller caller, CardNumber card, String reason) {
        caller.mustBe(WHO_BLOCK);
        String why = reason(reason);
        rules.cardMustBeOurs(card);
        as(caller, unit -> {
            changes.block(unit, caller, card, why);
            return card;
        });
    }

    @Override
    public void unblock(Caller caller, CardNumber card, String reason) {
        caller.mustBe(Role.OPERATOR, Role.ADMIN);
        String why = reason(reason);
        rules.cardMustBeOurs(card);
        as(caller, unit -> {
            changes.unblock(unit, caller, card, why);
            return card;
        });
    }

    @Override
    public Issued replace(Caller caller, Replacement wanted) {
        caller.mustBe(WHO_SERVE_MEMBERS);
        String key = key(wanted.requestKey());
        String why = reason(wanted.reason());
        rules.cardMustBeOurs(wanted.card());
        memberMustBeThere(caller, wanted.card(), wanted.confirmationCode());
        return issued(as(caller, unit -> changes.replace(unit, caller, key, wanted.card(), why)));
    }

    @Override
    public Issued add(Caller caller, Addition wanted) {
        caller.mustBe(WHO_SERVE_MEMBERS);
        String key = key(wanted.requestKey());
        Optional<String> label = wanted.label()
                .filter(text -> !text.isBlank())
                .map(text -> NewMemberForm.text("label", text, LONGEST_LABEL));
        rules.cardMustBeOurs(wanted.card());
        memberMustBeThere(caller, wanted.card(), wanted.confirmationCode());
        return issued(as(caller, unit -> changes.add(unit, caller, key, wanted.card(), label)));
    }

    private static Issued issued(Changed changed) {
        return new Issued(changed.issued().orElseThrow(), changed.outcome().equals("again"));
    }

    /** People at a desk know a guest by other means; a machine would give a new number to whoever holds the old one. */
    private void memberMustBeThere(Caller caller, CardNumber card, Optional<String> code) {
        if (caller.isAny(Role.OPERATOR, Role.ADMIN, Role.FRONT_DESK)) {
            return;
        }
        String typed = code.orElseThrow(() -> new Refusal(RefusalCode.FIELD_MISSING, "field", "confirmationCode"));
        codes.verify(caller, members.byCard(caller, card).member(), typed);
    }

    private static String reason(String reason) {
        return NewMemberForm.text("reason", reason, LONGEST_REASON);
    }

    private static String key(String key) {
        if (key == null || key.isBlank()) {
            throw new Refusal(RefusalCode.REQUEST_KEY_MISSING);
        }
        return NewMemberForm.text("Idempotency-Key", key, LONGEST_KEY);
    }

    private <T> T as(Caller caller, Transactions.Work<T> work) {
        if (caller.isAny(Role.OPERATOR)) {
            return transactions.asOperator(work);
        }
        return transactions.asTenant(caller.tenantOrRefuse(), work);
    }
}
