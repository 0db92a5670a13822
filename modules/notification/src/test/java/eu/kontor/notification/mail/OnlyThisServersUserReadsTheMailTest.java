package eu.kontor.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.routes.api.Routes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the folder where a mail server picks it up: it names guests and what they have. */
class OnlyThisServersUserReadsTheMailTest {

    private final Routes camel = new Routes(Thread.ofPlatform().factory());

    @TempDir
    private Path root;

    @AfterEach
    void closeTheRoutes() {
        camel.stop();
    }

    @Test
    void in_a_folder_that_was_made_for_it() throws IOException {
        Path mail = root.resolve("mail");
        send(mail);

        assertThat(rights(mail)).isEqualTo("rwx------");
        assertThat(rights(mail.resolve("notice-1.eml"))).isEqualTo("rw-------");
    }

    @Test
    void and_in_one_that_was_there_and_keeps_its_rights() throws IOException {
        Path mail = Files.createDirectory(root.resolve("there"));
        Files.setPosixFilePermissions(mail, PosixFilePermissions.fromString("rwxr-x---"));
        send(mail);

        assertThat(rights(mail)).isEqualTo("rwxr-x---");
        assertThat(rights(mail.resolve("notice-1.eml"))).isEqualTo("rw-------");
    }

    private void send(Path mail) {
        MailSettings settings = new MailSettings(name ->
                Optional.ofNullable(Map.of("kontor.mail.dir", mail.toString()).get(name)));
        new MailRoutes(settings, camel, Clock.systemUTC())
                .send(new Letter("notice-1", "ana@example.com", "Points", "Dear Ana Reis"));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
