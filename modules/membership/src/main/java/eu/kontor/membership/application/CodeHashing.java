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

    HashedCode hash(String digits) {
        byte[] salt = new byte[ConfirmationCode.SALT_BYTES];
        random.nextBytes(salt);
        return new HashedCode(salt, new ConfirmationCode(digits).hash(key.bytes(), salt));
    }

    boolean matches(String digits, HashedCode stored) {
        return ConfirmationCode.isWellFormed(digits)
                && new ConfirmationCode(digits).matches(key.bytes(), stored.salt(), stored.hash());
    }
}
