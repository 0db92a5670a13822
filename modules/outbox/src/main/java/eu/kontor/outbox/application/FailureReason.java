package eu.kontor.outbox.application;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TextPolicy;
import eu.kontor.outbox.api.SetAsideMessages.Why;
import eu.kontor.outbox.application.HandlerThreads.OutOfTime;
import java.sql.SQLException;
import java.util.List;

/**
 * Why an attempt failed, for a person.
 *
 * @param detail in the words of who failed, at most {@value #LONGEST_DETAIL} characters, without the name of a class
 */
record FailureReason(Why why, String detail) {

    static final FailureReason NEVER_ENDED = new FailureReason(Why.NEVER_ENDED, "");

    private static final int LONGEST_DETAIL = 500;

    /**
     * PostgreSQL's appendix A: connections (08), resources (53), an administrator or a crash (57P), the system (58). The message is not
     * at fault then, however often it met them.
     */
    private static final List<String> AWAY = List.of("08", "53", "57P", "58");

    /** A statement's time was over (57014), or a transaction's that idled (25P03). */
    private static final List<String> TIME_LIMITS = List.of("57014", "25P03");

    static FailureReason of(RuntimeException failure) {
        return new FailureReason(why(failure), detail(failure));
    }

    /** Whether the message met a database that was away, or a tenant's schema that is being changed. */
    static boolean isNoFaultOfTheMessage(RuntimeException failure) {
        return failure instanceof Refusal refusal && refusal.code() == RefusalCode.TENANT_UPDATING
                || begins(state(failure), AWAY);
    }

    private static Why why(RuntimeException failure) {
        String state = state(failure);
        if (failure instanceof OutOfTime || begins(state, TIME_LIMITS)) {
            return Why.TOO_SLOW;
        }
        if (failure instanceof Refusal) {
            return Why.REFUSED;
        }
        if (state.startsWith("22")) {
            return Why.NOT_STORABLE;
        }
        return state.startsWith("23") ? Why.CONTRADICTS : Why.FAILED;
    }

    private static boolean begins(String state, List<String> classes) {
        return classes.stream().anyMatch(state::startsWith);
    }

    /** The SQL state of what caused it; empty when that was no database. */
    private static String state(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private static String detail(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = TextPolicy.shown(root.getMessage() == null ? "" : root.getMessage());
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL - 1) + '…';
    }
}
