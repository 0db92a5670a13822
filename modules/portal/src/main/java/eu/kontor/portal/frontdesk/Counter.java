package eu.kontor.portal.frontdesk;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where the cashier stands, and who hears what was done.
 *
 * @param outlet the chosen outlet's code
 * @param whenDone hears the sentence to read aloud after a posting
 */
record Counter(Supplier<String> outlet, Consumer<String> whenDone) {}
