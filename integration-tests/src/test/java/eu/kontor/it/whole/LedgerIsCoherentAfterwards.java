package eu.kontor.it.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After every test class that ran on the whole, the ledger is recomputed and must agree with itself. JUnit finds this class by itself
 * (see {@code junit-platform.properties}).
 */
public final class LedgerIsCoherentAfterwards implements AfterAllCallback {

    private static final String ARCHITECTURE = "eu.kontor.it.architecture";

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (context.getRequiredTestClass().getPackageName().equals(ARCHITECTURE)) {
            return;
        }
        TheWhole whole = TheWhole.ifRunning().orElse(null);
        if (whole == null) {
            return;
        }
        JsonNode verdict = new ObjectMapper().readTree(whole.coherence());
        if (!verdict.path("coherent").asBoolean()) {
            throw new AssertionError("the ledger is not coherent after " + context.getDisplayName() + ": " + verdict);
        }
    }
}
