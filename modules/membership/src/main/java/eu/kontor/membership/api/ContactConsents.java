package eu.kontor.membership.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a brand sees a guest's phone and mail: by the guest's consent there, and not because the guest bought something. Each time it is recorded to which
 * text the guest agreed. A text that changes later is no new consent: who agreed to the one before is not asked again, and the record says which it was.
 */
public interface ContactConsents {

    /** What a brand asks before it sees phone and mail. */
    String CONTACT = "contact";

    /** The text that is shown now, in the caller's brand's words or the house's. */
    ConsentText text(Caller caller, Locale language);

    /**
     * The guest agrees, with the confirmation code: nobody agrees for a guest.
     *
     * @throws eu.kontor.kernel.Refusal {@code CARD_UNKNOWN}, also for members the caller's brand does not know; {@code FIELD_MISSING}; {@code
     *     FIELD_MALFORMED} for another version of the text than the present one; as {@link ConfirmationCodes#verify}
     */
    void agree(Caller caller, CardNumber card, Optional<String> confirmationCode, Shown shown);

    /** The guest does not any more; takes effect at once, and needs no code. Throws as {@link #agree}. */
    void withdraw(Caller caller, CardNumber card);

    /** What the guest agreed to at the caller's brand, and what not any more; the latest first. Throws as {@link #agree}. */
    List<Consent> history(Caller caller, CardNumber card);

    /**
     * Which text the guest saw.
     *
     * @param version of the text that was shown; empty for whoever shows what {@link #text} says
     */
    record Shown(Locale language, Optional<String> version) {

        public static Shown in(Locale language) {
            return new Shown(language, Optional.empty());
        }
    }

    /** @param version by which the brand knows the text */
    record ConsentText(String purpose, String version, Locale language, String text) {}

    /**
     * @param given false where a consent ended
     * @param shown the text as the guest saw it; empty where a consent ended, and of before texts were kept
     * @param channel {@code desk}, {@code api}; {@code before} of what was agreed before texts were kept
     * @param by who recorded it
     */
    record Consent(
            String purpose,
            boolean given,
            Instant at,
            String textVersion,
            String language,
            String shown,
            String channel,
            String by) {}
}
