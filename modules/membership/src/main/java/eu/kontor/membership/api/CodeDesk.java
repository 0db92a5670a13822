package eu.kontor.membership.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import java.util.Optional;

/** Where a member gets another confirmation code. Every change is in the audit trail, and no code is. */
public interface CodeDesk {

    /**
     * The member types the new code. Who knows the one of until now changes it anywhere; who forgot it, or locked it, gets another one from a brand
     * that knows the member, under the eyes of its admin, or from the operator, with a reason. It is locked for nobody afterwards.
     *
     * @throws eu.kontor.kernel.Refusal {@code CARD_UNKNOWN}, also for members the caller does not know; {@code NOT_PERMITTED} to others than
     *     an admin or the operator without the current code; {@code CONFIRMATION_CODE_WEAK}, {@code FIELD_MALFORMED}; as {@link
     *     ConfirmationCodes#verify} for the current one
     */
    void renew(Caller caller, Renewal renewal);

    /**
     * @param newCode six digits
     * @param currentCode empty where the member does not know it
     * @param reason kept in the audit trail; needed without the current code
     */
    record Renewal(CardNumber card, String newCode, Optional<String> currentCode, Optional<String> reason) {}
}
