package eu.kontor.portal.frontdesk;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.tenancy.api.Tenant;

/**
 * What the forms at one counter share.
 *
 * @param tenant the brand in whose name the cashier works
 * @param words how its points, money and days are written
 */
record Desk(Caller caller, Tenant tenant, Wording words) {

    String text(String key, Object... values) {
        return Texts.of("frontdesk." + key, words.language(), values);
    }

    /** The sentence for a failure that the cashier can do something about; anything else is thrown on. */
    String sentence(RuntimeException failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.sentence(words.language());
        }
        throw failure;
    }
}
