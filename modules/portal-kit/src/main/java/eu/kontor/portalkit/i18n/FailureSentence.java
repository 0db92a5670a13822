package eu.kontor.portalkit.i18n;

import eu.kontor.kernel.Refusal;
import eu.kontor.tenancy.api.DatabaseFailure;
import java.security.SecureRandom;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person is told of something that failed: a refusal's sentence, that the service is away for a moment, or a reference number under
 * which the log has the rest. Never what failed itself, which may name classes, rows and people.
 */
public final class FailureSentence {

    private static final Logger LOG = LoggerFactory.getLogger(FailureSentence.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Eight letters and digits, without those that are misread on the phone. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final int REFERENCE_LENGTH = 8;

    private FailureSentence() {}

    /** An unexpected failure is logged under the reference that the sentence names. */
    public static String of(Throwable failure, Locale language) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal.sentence(language);
            }
        }
        if (DatabaseFailure.passingIn(failure).isPresent()) {
            LOG.warn("A view had to do without the database", failure);
            return Texts.of("shell.error.away", language);
        }
        String reference = newReference();
        LOG.error("Reference {}: a view failed", reference, failure);
        return Texts.of("shell.error.unexpected", language, reference);
    }

    private static String newReference() {
        StringBuilder reference = new StringBuilder(REFERENCE_LENGTH);
        for (int i = 0; i < REFERENCE_LENGTH; i++) {
            reference.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return reference.toString();
    }
}
