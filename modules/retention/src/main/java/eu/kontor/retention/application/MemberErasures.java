package eu.kontor.retention.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TextPolicy;
import eu.kontor.retention.api.Erasures;
import eu.kontor.retention.domain.NamelessReason;
import eu.kontor.retention.persistence.ErasureRows;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operator's wish that a member be erased; what follows from it is {@link ErasureSteps}. */
@Service
public class MemberErasures implements Erasures {

    /** Nobody reads more. */
    private static final int MOST_SHOWN = 200;

    private final Transactions transactions;
    private final ErasureRows rows;
    private final ErasureSteps steps;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public MemberErasures(Transactions transactions, ErasureRows rows, ErasureSteps steps, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.steps = steps;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Erasure erase(Caller caller, MemberId member, String reason) {
        caller.mustBe(Role.OPERATOR);
        caller.mustHaveProvenLately();
        String why = checked(reason);
        Erasure erasure = eraseOne(caller, member, why);
        // Who was merged into it is the same person.
        transactions.asOperator(unit -> rows.mergedInto(unit, member)).forEach(other -> eraseOne(caller, other, why));
        return erasure;
    }

    private Erasure eraseOne(Caller caller, MemberId member, String why) {
        boolean isFirst = transactions.asOperator(unit -> {
            if (rows.find(unit, member).isPresent()) {
                return false;
            }
            List<String> words = rows.words(unit, member);
            if (words.isEmpty()) {
                throw new Refusal(RefusalCode.MEMBER_UNKNOWN);
            }
            if (NamelessReason.repeats(why, words)) {
                throw new Refusal(
                        RefusalCode.FIELD_MALFORMED,
                        "field",
                        "reason",
                        "value",
                        "…",
                        "expected",
                        Phrase.of("a-reason-that-names-nobody"));
            }
            if (!rows.begin(unit, member, caller.name(), why, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                return false;
            }
            steps.forget(unit, member);
            audit.record(unit, caller, "erase-member", "member " + member.value(), Map.of("reason", why));
            return true;
        });
        Erasure erasure =
                transactions.asOperator(unit -> rows.find(unit, member)).orElseThrow();
        if (!isFirst && erasure.doneAt().isPresent()) {
            return erasure;
        }
        steps.goOn(member);
        return transactions.asOperator(unit -> rows.find(unit, member)).orElseThrow();
    }

    @Override
    public Optional<Erasure> find(Caller caller, MemberId member) {
        caller.mustBe(Role.OPERATOR);
        return transactions.asOperator(unit -> rows.find(unit, member));
    }

    @Override
    public List<Erasure> latest(Caller caller) {
        caller.mustBe(Role.OPERATOR);
        return transactions.asOperator(unit -> rows.latest(unit, MOST_SHOWN));
    }

    private static String checked(String reason) {
        String text = reason == null ? "" : reason.strip();
        if (text.isEmpty()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", "reason");
        }
        if (text.length() > LONGEST_REASON) {
            throw new Refusal(RefusalCode.FIELD_TOO_LONG, "field", "reason", "limit", LONGEST_REASON);
        }
        return TextPolicy.LINE.checked("reason", text);
    }
}
