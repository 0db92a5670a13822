package eu.kontor.portal.frontdesk;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.tenancy.api.Tenant;
import java.util.Map;

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
            return sentence(refusal);
        }
        throw failure;
    }

    /** What tills are told to do with calls is done with buttons here. */
    String sentence(Refusal refusal) {
        Map<String, Object> details = refusal.details();
        return refusal.code() == RefusalCode.TICKET_DIFFERS
                ? text(
                        "bill.differs",
                        details.getOrDefault("reference", ""),
                        details.get("differs") instanceof Phrase differs ? differs.text(words.language()) : "")
                : refusal.sentence(words.language());
    }
}
