package eu.kontor.membership.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.membership.api.CodeDesk;
import eu.kontor.membership.api.ConfirmationCodes;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.MemberDetails;
import eu.kontor.membership.domain.ConfirmationCode;
import eu.kontor.membership.persistence.CodeRecords;
import eu.kontor.membership.persistence.CodeRecords.HashedCode;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.trust.api.Signal;
import eu.kontor.trust.api.Signal.About;
import eu.kontor.trust.api.SignalKind;
import eu.kontor.trust.api.Signals;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** A member's new code: with the one of until now at any desk, not at a till, without it under the eyes of who answers for it. */
@Service
public class NewCodes implements CodeDesk {

    private final Transactions transactions;
    private final Members members;
    private final ConfirmationCodes codes;
    private final CodeRecords records;
    private final CodeHashing hashing;
    private final Audit audit;
    private final Signals signals;

    @Inject
    public NewCodes(
            Transactions transactions,
            Members members,
            ConfirmationCodes codes,
            CodeRecords records,
            CodeHashing hashing,
            Audit audit,
            Signals signals) {
        this.transactions = transactions;
        this.members = members;
        this.codes = codes;
        this.records = records;
        this.hashing = hashing;
        this.audit = audit;
        this.signals = signals;
    }

    @Override
    public void renew(Caller caller, Renewal wanted) {
        Optional<String> current = wanted.currentCode().filter(code -> !code.isBlank());
        if (current.isPresent()) {
            caller.mustBe(Role.OPERATOR, Role.ADMIN, Role.FRONT_DESK, Role.ENROL);
        } else {
            caller.mustBe(Role.OPERATOR, Role.ADMIN);
            caller.mustHaveProvenLately();
        }
        Optional<String> reason = current.isPresent()
                ? Optional.empty()
                : Optional.of(NewMemberForm.text("reason", wanted.reason().orElse(""), MemberCards.LONGEST_REASON));
        MemberDetails member = members.byCard(caller, wanted.card());
        if (!member.enrolledHere() && !caller.isAny(Role.OPERATOR)) {
            throw unknown(wanted);
        }
        ConfirmationCode chosen =
                ConfirmationCode.chosen(wanted.newCode(), member.phone().orElse(""));
        current.ifPresent(code -> codes.verify(caller, member.member(), code));
        HashedCode hashed = hashing.hash(chosen);
        Transactions.Work<MemberId> change = unit -> {
            MemberId changed = records.renew(unit, wanted.card(), hashed).orElseThrow(() -> unknown(wanted));
            audit.record(
                    unit,
                    caller,
                    "renew-code",
                    "card " + wanted.card().value(),
                    reason.map(why -> Map.of("reason", why, "supervised", "true"))
                            .orElse(Map.of("supervised", "false")));
            return changed;
        };
        if (caller.isAny(Role.OPERATOR)) {
            transactions.asOperator(change);
        } else {
            MemberId changed = transactions.asTenant(caller.tenantOrRefuse(), change);
            reason.ifPresent(why -> signals.raise(replaced(caller, changed, why)));
        }
    }

    /** For the operator's eyes: the points behind the code are of all brands, and who answers for the brand did it. */
    private static Signal replaced(Caller caller, MemberId member, String reason) {
        return Signal.amongBrands(
                SignalKind.CODE_REPLACED,
                About.member(member),
                Map.of("by", CountedLookups.by(caller).id(), "reason", reason));
    }

    private static Refusal unknown(Renewal wanted) {
        return new Refusal(RefusalCode.CARD_UNKNOWN, "card", wanted.card().value());
    }
}
