package eu.kontor.ledger.model;

import eu.kontor.kernel.RefusalCode;
import java.util.Map;
import java.util.TreeMap;

/** A refusal, thrown inside the model only. */
final class NaiveRefusal extends RuntimeException {

    final RefusalCode code;
    private final transient Map<String, String> details;

    NaiveRefusal(RefusalCode code, Map<String, String> details) {
        super(code.name(), null, false, false);
        this.code = code;
        this.details = new TreeMap<>(details);
    }

    static NaiveRefusal tooLow(int available, int wanted) {
        return new NaiveRefusal(
                RefusalCode.BALANCE_TOO_LOW,
                Map.of("available", String.valueOf(available), "wanted", String.valueOf(wanted)));
    }

    String text() {
        return "refused " + code + " " + details;
    }
}
