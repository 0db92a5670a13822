package eu.kontor.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailIsKeptForItsPeriodTest {

    private static final Instant BEFORE = Instant.now().minus(Duration.ofDays(90));

    @TempDir
    private Path folder;

    @Test
    void letters_that_nobody_picked_up_go_and_nothing_else_does() throws IOException {
        Path old = old("7_old.eml");
        Path young = Files.writeString(folder.resolve("7_young.eml"), "x");
        Path foreign = old("what a mail server keeps here");

        assertThat(kept(folder).remove(BEFORE)).isEqualTo(1);

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(foreign).exists();
    }

    @Test
    void where_no_mail_was_ever_written_there_is_none() {
        assertThat(kept(folder.resolve("never")).remove(BEFORE)).isZero();
        assertThat(new KeptMail(new MailSettings(name -> Optional.empty())).remove(BEFORE))
                .isZero();
    }

    private static KeptMail kept(Path folder) {
        return new KeptMail(new MailSettings(name ->
                Optional.ofNullable(Map.of("kontor.mail.dir", folder.toString()).get(name))));
    }

    private Path old(String name) throws IOException {
        Path letter = Files.writeString(folder.resolve(name), "x");
        return Files.setLastModifiedTime(letter, FileTime.from(BEFORE.minusSeconds(60)));
    }
}
