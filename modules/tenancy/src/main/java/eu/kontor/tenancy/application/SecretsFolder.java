package eu.kontor.tenancy.application;

import eu.kontor.tenancy.api.Secrets;
import eu.kontor.tenancy.api.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** Secrets as files of mode 0600 in {@code kontor.secrets.dir}. */
@Service
public class SecretsFolder implements Secrets {

    private static final String SETTING = "kontor.secrets.dir";
    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+(/[a-z0-9._-]+)?");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final SecureRandom random = new SecureRandom();

    @Override
    public byte[] randomBytes(String name, int length) {
        Optional<String> known = read(name);
        if (known.isPresent()) {
            return HexFormat.of().parseHex(known.get());
        }
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        Path file = file(name);
        Path fresh = writeBeside(file, HexFormat.of().formatHex(bytes));
        try {
            Files.createLink(file, fresh);
            return bytes;
        } catch (FileAlreadyExistsException e) {
            return HexFormat.of().parseHex(read(name).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deleteFile(fresh);
        }
    }

    @Override
    public void write(String name, String text) {
        Path file = file(name);
        try {
            Files.move(
                    writeBeside(file, text), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(file(name)).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String name) {
        deleteFile(file(name));
    }

    /** Complete before it has its name, so that nobody reads half a secret. */
    private static Path writeBeside(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), ".", ".tmp", OWNER_ONLY);
            return Files.writeString(fresh, text);
        } catch (IOException e) {
            throw new UncheckedIOException("the secrets folder cannot be written: " + e.getMessage(), e);
        }
    }

    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a secret's name: " + name);
        }
        Path folder = ConfigProvider.getConfig()
                .getOptionalValue(SETTING, Path.class)
                .orElseThrow(() ->
                        new IllegalStateException("set " + SETTING + " to a folder that only the server may read"));
        return folder.resolve(name);
    }
}
