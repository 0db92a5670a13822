package eu.kontor.membership.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import java.util.Optional;

/** Whether a brand sees a guest's phone and mail: by the guest's consent there, and not because the guest bought something. */
public interface ContactConsents {

    /**
     * The guest agrees, with the confirmation code: nobody agrees for a guest.
     *
     * @throws eu.kontor.kernel.Refusal {@code CARD_UNKNOWN}, also for members the caller's brand does not know; {@code FIELD_MISSING}; as {@link
     *     ConfirmationCodes#verify}
     */
    void agree(Caller caller, CardNumber card, Optional<String> confirmationCode);

    /** The guest does not any more; takes effect at once, and needs no code. Throws as {@link #agree}. */
    void withdraw(Caller caller, CardNumber card);
}
