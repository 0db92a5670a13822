package eu.kontor.trust.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TextPolicy;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.trust.api.SignalDesk;
import eu.kontor.trust.api.SignalState;
import eu.kontor.trust.persistence.SignalEdit;
import eu.kontor.trust.persistence.SignalRows;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Signals under the reader's role. */
@Service
public class OpenSignals implements SignalDesk {

    private final Transactions transactions;
    private final SignalRows rows;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public OpenSignals(Transactions transactions, SignalRows rows, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Page<SignalRow> list(Caller caller, Wanted wanted, Optional<String> cursor, int limit) {
        long before = cursor.map(OpenSignals::number).orElse(Long.MAX_VALUE);
        int most = Math.clamp(limit, 1, Page.MAX_ROWS);
        List<SignalRow> found = as(caller, unit -> rows.before(unit, before, wanted, most + 1));
        if (found.size() <= most) {
            return new Page<>(found, Optional.empty());
        }
        List<SignalRow> page = found.subList(0, most);
        return new Page<>(page, Optional.of(Long.toString(page.getLast().id())));
    }

    @Override
    public SignalRow get(Caller caller, long signal) {
        return as(caller, unit -> found(unit, signal));
    }

    private SignalRow found(UnitOfWork unit, long signal) {
        return rows.find(unit, signal).orElseThrow(() -> new Refusal(RefusalCode.SIGNAL_UNKNOWN, "id", signal));
    }

    /** Locked, so that of two who close it at once the second hears of the first. */
    @Override
    public SignalRow change(Caller caller, long signal, int version, SignalState state, String note) {
        String said = checked(state, note);
        return as(caller, unit -> {
            SignalEdit edit = unit.entityManager().find(SignalEdit.class, signal, LockModeType.PESSIMISTIC_WRITE);
            if (edit == null) {
                throw new Refusal(RefusalCode.SIGNAL_UNKNOWN, "id", signal);
            }
            if (edit.isAboutPerson(caller.subject())) {
                throw new Refusal(RefusalCode.SIGNAL_ABOUT_ONESELF);
            }
            if (edit.version() != version) {
                throw new Refusal(
                        RefusalCode.SIGNAL_CHANGED, "state", edit.state().slug());
            }
            SignalState before = edit.state();
            edit.change(
                    state,
                    said.isEmpty() ? null : said,
                    caller.name(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            unit.entityManager().flush();
            audit.record(unit, caller, action(state), "signal " + signal, told(before, state, said));
            return found(unit, signal);
        });
    }

    private static String checked(SignalState state, String note) {
        String said = note == null ? "" : note.strip();
        if (state.isClosed() && said.isEmpty()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", "note");
        }
        if (said.length() > LONGEST_NOTE) {
            throw new Refusal(RefusalCode.FIELD_TOO_LONG, "field", "note", "limit", LONGEST_NOTE);
        }
        return TextPolicy.LINES.checked("note", said);
    }

    private static String action(SignalState state) {
        return switch (state) {
            case NEW -> "reopen-signal";
            case LOOKED_AT -> "look-at-signal";
            case FOUNDED, UNFOUNDED -> "close-signal";
        };
    }

    private static Map<String, String> told(SignalState before, SignalState after, String said) {
        Map<String, String> told = new TreeMap<>(Map.of("from", before.slug(), "to", after.slug()));
        if (!said.isEmpty()) {
            told.put("note", said);
        }
        return told;
    }

    @Override
    public Map<SignalState, Long> counts(Caller caller) {
        return as(caller, rows::counts);
    }

    private <T> T as(Caller caller, Transactions.Work<T> work) {
        caller.mustBe(Role.OPERATOR, Role.ADMIN);
        return caller.isAny(Role.OPERATOR)
                ? transactions.asOperator(work)
                : transactions.asTenant(caller.tenantOrRefuse(), work);
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new Refusal(RefusalCode.CURSOR_INVALID);
        }
    }
}
