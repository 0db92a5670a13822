package eu.kontor.membership.domain;

import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The digits with which a member agrees to a redemption: six, or four to six of those chosen before. They are never stored: what is stored is a
 * slow hash of their HMAC-SHA256 under a key that is not in the database, with a salt per member. Without that key, a stolen table says nothing,
 * although there are only a million codes; with it, each member costs an hour and a half.
 */
public record ConfirmationCode(String digits) {

    public static final int SALT_BYTES = 16;
    public static final int KEY_BYTES = 32;

    /** Five milliseconds or so: a till waits for it. */
    private static final int ROUNDS = 10_000;

    private static final int HASH_BITS = 256;
    private static final String MALFORMED_AS = "•••";
    private static final Pattern SHAPE = Pattern.compile("[0-9]{4,6}");
    private static final Pattern CHOSEN_NOW = Pattern.compile("[0-9]{6}");
    private static final String ALGORITHM = "HmacSHA256";
    private static final String SLOW = "PBKDF2WithHmacSHA256";

    public ConfirmationCode {
        if (!isWellFormed(digits)) {
            throw malformed(Phrase.of("digits-from-to", 4, 6));
        }
    }

    /**
     * One that a member chooses now.
     *
     * @param phone the member's, or empty
     * @throws Refusal {@code FIELD_MALFORMED}, {@code CONFIRMATION_CODE_WEAK} for what is guessed first
     */
    public static ConfirmationCode chosen(String digits, String phone) {
        if (digits == null || !CHOSEN_NOW.matcher(digits).matches()) {
            throw malformed(Phrase.of("so-many-digits", 6));
        }
        if (WeakCodes.isWeak(digits, phone)) {
            throw new Refusal(RefusalCode.CONFIRMATION_CODE_WEAK, "field", "confirmationCode");
        }
        return new ConfirmationCode(digits);
    }

    private static Refusal malformed(Phrase expected) {
        return new Refusal(
                RefusalCode.FIELD_MALFORMED, "field", "confirmationCode", "value", MALFORMED_AS, "expected", expected);
    }

    public static boolean isWellFormed(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    /**
     * @param key {@link #KEY_BYTES} bytes
     * @param salt {@link #SALT_BYTES} bytes of this member's own
     * @param slow whether a thief of both table and key is held up, too
     */
    public byte[] hash(byte[] key, byte[] salt, boolean slow) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(salt);
            byte[] underKey = mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII));
            return slow ? slow(underKey, salt) : underKey;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM + " and " + SLOW, e);
        }
    }

    private static byte[] slow(byte[] underKey, byte[] salt) throws GeneralSecurityException {
        char[] secret = HexFormat.of().formatHex(underKey).toCharArray();
        return SecretKeyFactory.getInstance(SLOW)
                .generateSecret(new PBEKeySpec(secret, salt, ROUNDS, HASH_BITS))
                .getEncoded();
    }

    /** Takes the same time whether or not, and where, they differ. */
    public boolean matches(byte[] key, byte[] salt, byte[] hash, boolean slow) {
        return MessageDigest.isEqual(hash(key, salt, slow), hash);
    }

    @Override
    public String toString() {
        return MALFORMED_AS;
    }
}
