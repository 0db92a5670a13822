package eu.kontor.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;

/**
 * Programs of others that are run here are those that were looked at: each has its SHA-256 in {@code downloads.properties}, and what is another, or
 * has none there, is not unpacked.
 */
final class KnownDownload {

    private static final int BUFFER_BYTES = 128 * 1024;

    private KnownDownload() {}

    /**
     * Reads all of it.
     *
     * @param name of the file, with its version
     * @throws LauncherFailure when it is not what it should be
     */
    static void verify(String name, InputStream content) throws IOException {
        String known = known().getProperty(name);
        if (known == null) {
            throw new LauncherFailure("Nobody has written down what " + name
                    + " should be; add its SHA-256 to"
                    + " modules/launcher/src/main/resources/eu/kontor/launcher/downloads.properties.");
        }
        String actual = sha256(content);
        if (!known.strip().toLowerCase(Locale.ROOT).equals(actual)) {
            throw new LauncherFailure("The file " + name + " is not what it should be: its SHA-256 is " + actual
                    + " and not " + known.strip()
                    + ". Delete it from Maven's repository and try again; if it stays, do not run it.");
        }
    }

    private static Properties known() throws IOException {
        Properties known = new Properties();
        try (InputStream file = KnownDownload.class.getResourceAsStream("downloads.properties")) {
            known.load(file);
        }
        return known;
    }

    private static String sha256(InputStream content) throws IOException {
        try (DigestInputStream digested = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[BUFFER_BYTES];
            while (digested.read(buffer) >= 0) {
                continue;
            }
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
