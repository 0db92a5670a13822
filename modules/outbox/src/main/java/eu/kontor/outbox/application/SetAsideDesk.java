package eu.kontor.outbox.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TextPolicy;
import eu.kontor.outbox.api.SetAsideMessages;
import eu.kontor.outbox.persistence.SetAsideTable;
import eu.kontor.outbox.persistence.SetAsideTable.Counted;
import eu.kontor.outbox.persistence.SetAsideTable.Taken;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operator's desk for messages that are set aside; whatever is done here leaves an entry in the audit trail. */
@Service
public class SetAsideDesk implements SetAsideMessages {

    private final Transactions transactions;
    private final SetAsideTable table;
    private final Handlers handlers;
    private final Audit audit;

    @Inject
    public SetAsideDesk(Transactions transactions, SetAsideTable table, Handlers handlers, Audit audit) {
        this.transactions = transactions;
        this.table = table;
        this.handlers = handlers;
        this.audit = audit;
    }

    @Override
    public Page<SetAside> list(Caller caller, Optional<String> cursor, int limit) {
        caller.mustBe(Role.OPERATOR);
        long after = cursor.map(SetAsideDesk::position).orElse(0L);
        List<SetAside> rows = transactions.asOperator(unit -> table.page(unit, after, limit + 1));
        if (rows.size() <= limit) {
            return new Page<>(rows, Optional.empty());
        }
        List<SetAside> page = rows.subList(0, limit);
        return new Page<>(page, Optional.of(Long.toString(page.getLast().id())));
    }

    @Override
    public void tryAgain(Caller caller, long id) {
        caller.mustBe(Role.OPERATOR);
        transactions.asOperator(unit -> {
            String topic = table.topicOf(unit, id).orElseThrow(SetAsideDesk::unknown);
            int allButOne = PatiencePolicy.attempts(handlers.leavesTheHouse(topic)) - 1;
            Taken taken = table.tryAgain(unit, id, allButOne).orElseThrow(SetAsideDesk::unknown);
            audit.record(unit, caller, "retry-message", subject(id), details(taken));
            return taken;
        });
    }

    @Override
    public void close(Caller caller, long id, String reason) {
        caller.mustBe(Role.OPERATOR);
        String why = checked(reason);
        transactions.asOperator(unit -> {
            Taken taken = table.close(unit, id).orElseThrow(SetAsideDesk::unknown);
            Map<String, String> details = details(taken);
            details.put("reason", why);
            details.put("payload", taken.payload());
            audit.record(unit, caller, "close-message", subject(id), details);
            return taken;
        });
    }

    @Override
    public Standing standing() {
        Counted counted = transactions.asOperator(table::count);
        return new Standing(counted.setAside(), Duration.ofSeconds(counted.oldestSeconds()), counted.triedAgain());
    }

    private static Map<String, String> details(Taken taken) {
        Map<String, String> details = new HashMap<>();
        details.put("tenant", Integer.toString(taken.tenant().value()));
        details.put("topic", taken.topic());
        details.put("key", taken.key());
        details.put("reference", Long.toString(taken.reference()));
        return details;
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

    private static long position(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new Refusal(RefusalCode.CURSOR_INVALID);
        }
    }

    private static String subject(long id) {
        return "message " + id;
    }

    private static Refusal unknown() {
        return new Refusal(RefusalCode.MESSAGE_UNKNOWN);
    }
}
