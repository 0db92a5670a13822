package eu.kontor.membership.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;

/**
 * The code with which a member agrees to a redemption or a gift: six digits that only the member knows; older ones of four or five hold until
 * they are changed.
 *
 * <p>Wrong codes lock it for whoever sent them, each time for longer, and not for others: a till cannot keep a member from paying elsewhere.
 * When several callers of one brand are locked out of one member's code within a day, the brand is. Only when several brands are is it locked
 * for all.
 */
public interface ConfirmationCodes {

    /** Wrong codes in a row after which the code is locked for the caller. */
    int MAX_ATTEMPTS = 5;

    /**
     * Outside of a transaction: the count must be committed although the answer is a refusal.
     *
     * @throws eu.kontor.kernel.Refusal to a machine {@code CONFIRMATION_CODE_WRONG}, whatever is wrong; to a person {@code
     *     CONFIRMATION_CODE_MISTYPED} with how many tries are left, {@code CONFIRMATION_CODE_LOCKED} with until when, for the right code, too. To
     *     either {@code TILL_TOO_FAST} after too many wrong ones, whosever they were
     */
    void verify(Caller caller, MemberId member, String code);
}
