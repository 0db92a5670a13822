package eu.kontor.portal.frontdesk;

import eu.kontor.kernel.Points;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where the cashier stands, and who hears what was done.
 *
 * @param outlet the chosen outlet's code
 * @param whenDone hears the sentence to read aloud after a posting
 * @param balanceNow reads what the guest has at this moment
 */
record Counter(Supplier<String> outlet, Consumer<String> whenDone, Supplier<Points> balanceNow) {}
