package eu.kontor.membership.domain;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The 4 to 6 digits with which a member agrees to a redemption. They are never stored: what is stored is their HMAC-SHA256 under a
 * key that is not in the database, with a salt per member. Without that key, a stolen table says nothing, although there are only
 * ten thousand to a million codes.
 */
public record ConfirmationCode(String digits) {

    public static final int SALT_BYTES = 16;
    public static final int KEY_BYTES = 32;

    private static final Pattern SHAPE = Pattern.compile("[0-9]{4,6}");
    private static final String ALGORITHM = "HmacSHA256";

    public ConfirmationCode {
        if (!isWellFormed(digits)) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    "confirmationCode",
                    "value",
                    "•••",
                    "expected",
                    "4 to 6 digits");
        }
    }

    public static boolean isWellFormed(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    /** @param key {@link #KEY_BYTES} bytes; @param salt {@link #SALT_BYTES} bytes of this member's own */
    public byte[] hash(byte[] key, byte[] salt) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(salt);
            return mac.doFinal(digits.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Takes the same time whether or not, and where, they differ. */
    public boolean matches(byte[] key, byte[] salt, byte[] hash) {
        return MessageDigest.isEqual(hash(key, salt), hash);
    }

    @Override
    public String toString() {
        return "•••";
    }
}
