package eu.kontor.portalkit.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import eu.kontor.kernel.Refusal;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.tenancy.api.DatabaseFailure;
import java.security.SecureRandom;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person sees when something fails that no view caught: a refusal's sentence, that the database is away for a moment, or a
 * reference number under which the log has the rest. Nothing typed is lost: the view stays.
 */
public final class UnexpectedErrors implements ErrorHandler {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Eight letters and digits, without those that are misread on the phone. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final int REFERENCE_LENGTH = 8;

    @Override
    public void error(ErrorEvent event) {
        UI ui = UI.getCurrent();
        Locale language = ui == null ? Locale.ENGLISH : ui.getLocale();
        String sentence = sentence(event.getThrowable(), language);
        if (ui != null) {
            Notice.overPage(sentence);
        }
    }

    /** The sentence for a person; an unexpected failure is logged under the reference that the sentence names. */
    static String sentence(Throwable failure, Locale language) {
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
