package eu.kontor.tenancy.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.RefusalCode;

/**
 * Who asked for what they may not have: logged, counted, and in the audit trail as {@code refuse-access}. Whoever is refused ten thousand times makes
 * two entries an hour for each place: the first time, and how often it was when the hour was over.
 */
public interface AccessRefusals {

    /** The action of its entries in the trail. */
    String ACTION = "refuse-access";

    /** @param place a path, or a view; its numbers are left out */
    void refused(Caller caller, String place, RefusalCode reason);

    /** Since this server began. */
    long count();
}
