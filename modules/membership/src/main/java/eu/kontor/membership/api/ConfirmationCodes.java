package eu.kontor.membership.api;

import eu.kontor.kernel.MemberId;

/** The code with which a member agrees to a redemption: 4 to 6 digits that only the member knows. */
public interface ConfirmationCodes {

    /** Wrong codes in a row after which the code is locked for {@link #LOCK_MINUTES}: guessing 10,000 codes takes months. */
    int MAX_ATTEMPTS = 5;

    int LOCK_MINUTES = 15;

    /** @throws eu.kontor.kernel.Refusal {@code CONFIRMATION_CODE_WRONG}, also while locked */
    void verify(MemberId member, String code);
}
