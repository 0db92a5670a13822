package eu.kontor.portal.frontdesk;

import eu.kontor.portal.frontdesk.RequestKeys.Requested;

/** Takes back what was just posted; without questions, and as a whole. */
interface Undo {

    /** @return the sentence that says what was taken back */
    String post(Requested requested);
}
