package eu.kontor.checkout.api;

import eu.kontor.checkout.api.TillRecords.OwnWords;

/** Which redemption a return is of. */
public sealed interface OriginalRedemption {

    /** @param hold as it was answered to the authorization */
    record ByHold(String hold) implements OriginalRedemption {}

    /** As the till itself calls it. */
    record ByOwnWords(OwnWords words) implements OriginalRedemption {}
}
