package eu.kontor.portal.frontdesk;

/** The till's answer did not come in time; whether it was posted is not known. Pressing again with the same key is safe. */
final class NoAnswerYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAnswerYet() {
        super("no answer in time", null, false, false);
    }
}
