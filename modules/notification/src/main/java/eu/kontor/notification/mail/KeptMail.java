package eu.kontor.notification.mail;

import eu.kontor.tenancy.api.KeptForATime;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/** Mail that no mail server picked up: what it announces is on record, and its reader would be told of days long past. */
@Service
public class KeptMail implements KeptForATime {

    private final MailSettings settings;

    @Inject
    public KeptMail(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public String kind() {
        return "mail";
    }

    @Override
    public Period usual() {
        return Period.ofMonths(3);
    }

    @Override
    public long remove(Instant before) {
        Optional<Path> folder = settings.directory().filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return 0;
        }
        long removed = 0;
        try (DirectoryStream<Path> letters = Files.newDirectoryStream(folder.get(), "*.eml")) {
            for (Path letter : letters) {
                if (Files.getLastModifiedTime(letter).toInstant().isBefore(before) && Files.deleteIfExists(letter)) {
                    removed++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return removed;
    }
}
