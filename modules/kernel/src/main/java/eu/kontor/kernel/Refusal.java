package eu.kontor.kernel;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A request that cannot be done, with a stable code and what a person needs to know to mend it.
 *
 * <p>It carries no stack trace: refusals are answers, not faults, and a feed may see many.
 */
public final class Refusal extends RuntimeException {

    private final transient Map<String, Object> details;
    private final RefusalCode code;

    /**
     * @param details name, value, name, value … that the message's placeholders {@code {name}} and the API's answer show; texts as they
     *     {@linkplain TextPolicy#shown may be shown}, whatever was sent
     */
    public Refusal(RefusalCode code, Object... details) {
        super(code.name(), null, false, false);
        this.code = code;
        this.details = new LinkedHashMap<>();
        for (int i = 0; i + 1 < details.length; i += 2) {
            Object detail = details[i + 1];
            this.details.put((String) details[i], detail instanceof String text ? TextPolicy.shown(text) : detail);
        }
    }

    public RefusalCode code() {
        return code;
    }

    public Map<String, Object> details() {
        return Map.copyOf(details);
    }

    /** The sentence for a person, in their language; says what to do. */
    public String sentence(Locale language) {
        return RefusalTexts.sentence(code, details, language);
    }

    @Override
    public String getMessage() {
        return sentence(Locale.ENGLISH);
    }
}
