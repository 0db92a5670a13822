package eu.kontor.checkout.api;

import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Goodwill that waits for a second person, for whoever tells those who may approve it. */
public interface WaitingCorrections {

    /** A letter with more lines is not read; what is left is in the next one. */
    int MOST = 50;

    /** Those of which nobody was told yet, the oldest first, at most {@link #MOST}. */
    List<WaitingCorrection> untold(TenantId tenant);

    void told(TenantId tenant, List<WaitingCorrection> corrections);

    /**
     * @param gives false for what takes back
     * @param reasonNames by language; empty for a reason that the brand does not have any more
     * @param byOperator the coalition is to pay, and approves
     */
    record WaitingCorrection(
            long id,
            Points points,
            boolean gives,
            String reason,
            Map<String, String> reasonNames,
            boolean byOperator,
            String proposerName,
            Instant proposedAt) {

        public String reason(Locale language) {
            return reasonNames.getOrDefault(language.getLanguage(), reasonNames.getOrDefault("en", reason));
        }
    }
}
