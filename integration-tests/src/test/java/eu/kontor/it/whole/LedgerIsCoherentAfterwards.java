package eu.kontor.it.whole;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After every test class that ran on the whole, the ledger is recomputed and must agree with itself; after one that made something fail,
 * what the seals cover must be as it was posted, too. JUnit finds this class by itself
 * (see {@code junit-platform.properties}).
 */
public final class LedgerIsCoherentAfterwards implements AfterAllCallback {

    private static final String ARCHITECTURE = "eu.kontor.it.architecture";
    private static final String FAULTS = "eu.kontor.it.faults";

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        String room = context.getRequiredTestClass().getPackageName();
        if (room.equals(ARCHITECTURE)) {
            return;
        }
        TheWhole whole = TheWhole.ifRunning().orElse(null);
        if (whole == null) {
            return;
        }
        JsonNode verdict = whole.coherence();
        if (!verdict.path("coherent").asBoolean()) {
            throw new AssertionError("the ledger is not coherent after " + context.getDisplayName() + ": " + verdict);
        }
        if (room.equals(FAULTS)) {
            JsonNode outcome = whole.verification();
            if (!outcome.path("intact").asBoolean()) {
                throw new AssertionError("not as it was posted after " + context.getDisplayName() + ": " + outcome);
            }
        }
    }
}
