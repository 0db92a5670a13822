package eu.kontor.launcher;

/** Something on this machine stands in the way. The message is one sentence that says what is missing and what to do. */
public final class LauncherFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message one sentence for the person at the terminal */
    public LauncherFailure(String message) {
        super(message);
    }

    /**
     * @param message one sentence for the person at the terminal
     * @param cause what happened underneath
     */
    public LauncherFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
