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
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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
        return eraseForReason(caller, member, checked(reason), true);
    }

    /** By a sentence of the house's own, in which a name that is one of its words stands by chance. */
    Erasure eraseUnasked(Caller caller, MemberId member, String why) {
        return eraseForReason(caller, member, why, false);
    }

    private Erasure eraseForReason(Caller caller, MemberId member, String why, boolean mayName) {
        List<MemberId> begun = transactions.asOperator(unit -> begin(unit, caller, member, why, mayName));
        begun.forEach(steps::begin);
        return transactions.asOperator(unit -> rows.find(unit, member)).orElseThrow();
    }

    /**
     * Who was merged with it is the same person: all of them in one transaction, or none.
     *
     * @return whose wish is the first
     */
    private List<MemberId> begin(UnitOfWork unit, Caller caller, MemberId member, String why, boolean mayName) {
        List<MemberId> person = new ArrayList<>(steps.othersOfPerson(unit, member));
        person.add(member);
        // Always in this order, so that two who ask at once wait for each other.
        person.sort(Comparator.comparingLong(MemberId::value));
        person.forEach(one -> rows.lookSoon(unit, one));
        List<MemberId> unasked =
                person.stream().filter(one -> rows.find(unit, one).isEmpty()).toList();
        for (MemberId one : unasked) {
            List<String> words = rows.words(unit, one);
            if (words.isEmpty()) {
                throw new Refusal(RefusalCode.MEMBER_UNKNOWN);
            }
            if (mayName && NamelessReason.repeats(why, words)) {
                throw new Refusal(
                        RefusalCode.FIELD_MALFORMED,
                        "field",
                        "reason",
                        "value",
                        "…",
                        "expected",
                        Phrase.of("a-reason-that-names-nobody"));
            }
        }
        List<MemberId> begun = new ArrayList<>();
        for (MemberId one : unasked) {
            if (rows.begin(unit, one, caller.name(), why, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                steps.forget(unit, one);
                audit.record(unit, caller, "erase-member", "member " + one.value(), Map.of("reason", why));
                begun.add(one);
            }
        }
        return begun;
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
