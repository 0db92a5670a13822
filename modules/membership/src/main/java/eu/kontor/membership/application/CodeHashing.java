package eu.kontor.membership.application;

import eu.kontor.membership.domain.ConfirmationCode;
import eu.kontor.membership.persistence.CodeRecords.HashedCode;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.security.SecureRandom;

/** Makes what may be stored out of a confirmation code. */
@Service
public class CodeHashing {

    private final ConfirmationKey key;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public CodeHashing(ConfirmationKey key) {
        this.key = key;
    }

    /** Of one that is chosen now, or was right just now. */
    HashedCode hash(ConfirmationCode code) {
        return hash(code, true);
    }

    /** One of the many of a file; it is hashed slowly when it was first right, because a million of them at once would take hours. */
    HashedCode hashOfMany(ConfirmationCode code) {
        return hash(code, false);
    }

    private HashedCode hash(ConfirmationCode code, boolean slow) {
        byte[] salt = new byte[ConfirmationCode.SALT_BYTES];
        random.nextBytes(salt);
        return new HashedCode(salt, code.hash(key.bytes(), salt, slow), slow);
    }

    boolean matches(String digits, HashedCode stored) {
        return ConfirmationCode.isWellFormed(digits)
                && new ConfirmationCode(digits).matches(key.bytes(), stored.salt(), stored.hash(), stored.slow());
    }
}
