package eu.kontor.launcher;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Passwords of one installation on this machine: one file each, readable by its owner only, made at first use. Nothing in the
 * repository knows them.
 */
public final class InstallationSecrets {

    /** 144 bits: beyond guessing, and a multiple of three bytes, so that base64 needs no padding. */
    private static final int RANDOM_BYTES = 18;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;

    /** @param directory created at first use, mode 0700 */
    public InstallationSecrets(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /** @return the directory of the files, which exists */
    public Path directory() {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory.getParent());
                Files.createDirectory(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return directory;
        } catch (FileAlreadyExistsException e) {
            return directory;
        } catch (IOException e) {
            throw new LauncherFailure(
                    "The directory for passwords " + directory + " cannot be created: " + e.getMessage() + ".", e);
        }
    }

    /** @return the secret of that name; the same at every call, a new one at the first */
    public String get(String name) {
        Path file = directory().resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[RANDOM_BYTES];
                RANDOM.nextBytes(random);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getUrlEncoder().encodeToString(random));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new LauncherFailure("The password file " + file + " cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
