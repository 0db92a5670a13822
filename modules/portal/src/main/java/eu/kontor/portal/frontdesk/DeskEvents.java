package eu.kontor.portal.frontdesk;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where the cashier stands, and who hears what was done.
 *
 * @param outlet the chosen outlet's code
 * @param whenDone hears what was posted
 * @param whenBalanceMoved hears that something was posted while the form goes on with what was typed
 */
record DeskEvents(Supplier<String> outlet, Consumer<Posted> whenDone, Consumer<Touched> whenBalanceMoved) {}
