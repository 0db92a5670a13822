package eu.kontor.tenancy.api;

import java.time.Instant;

/**
 * Whose access has ended or changed, though tokens and browser sessions of the time before say otherwise. Answered from memory; a change
 * reaches every node within some seconds.
 */
@FunctionalInterface
public interface EndedAccess {

    /** @param granted by the machines' clock: when the token or the sign-in was issued that says what the subject may do */
    boolean isEnded(String subject, Instant granted);

    /** @param heard called on a background thread after somebody's access ended, on whatever node it was ended */
    default void whenEnded(Runnable heard) {}
}
