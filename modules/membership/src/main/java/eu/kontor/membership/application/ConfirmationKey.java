package eu.kontor.membership.application;

/** The key under which confirmation codes are hashed; kept outside the database. */
@FunctionalInterface
public interface ConfirmationKey {

    /** {@link eu.kontor.membership.domain.ConfirmationCode#KEY_BYTES} bytes, the same on every node. */
    byte[] bytes();
}
