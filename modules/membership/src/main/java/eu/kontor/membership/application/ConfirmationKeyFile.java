package eu.kontor.membership.application;

import eu.kontor.membership.domain.ConfirmationCode;
import eu.kontor.tenancy.api.Secrets;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;

/** The key as a file of the secrets folder, made when it is first needed. */
@Service
public class ConfirmationKeyFile implements ConfirmationKey {

    private static final String NAME = "confirmation-codes.key";

    private final Secrets secrets;
    private volatile byte[] bytes;

    @Inject
    public ConfirmationKeyFile(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public byte[] bytes() {
        if (bytes == null) {
            bytes = secrets.randomBytes(NAME, ConfirmationCode.KEY_BYTES);
        }
        return bytes;
    }
}
