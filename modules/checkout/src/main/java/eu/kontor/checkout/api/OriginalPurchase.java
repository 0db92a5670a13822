package eu.kontor.checkout.api;

import eu.kontor.checkout.api.TillRecords.OwnWords;

/** Which purchase a return is of. */
public sealed interface OriginalPurchase {

    /** @param id as it was answered */
    record ById(String id) implements OriginalPurchase {}

    /** As the till itself calls it. */
    record ByWords(OwnWords words) implements OriginalPurchase {}
}
