package eu.kontor.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.feeds.api.AwaitedFiles;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.TenantId;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.routes.api.Routes;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ABrandIsToldWhichFileDidNotComeTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();

    private final TenantId bakery = DATABASE.tenant("bakery-missing");
    private final Transactions transactions = DATABASE.transactions();
    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final Routes camel = new Routes(Thread.ofPlatform().factory());
    private final Missing missing = new Missing();

    @TempDir
    private Path folder;

    @AfterEach
    void closeTheRoutes() {
        camel.stop();
        writeTo();
    }

    @Test
    void once_of_each_and_not_before_somebody_can_be_written_to() throws IOException {
        MissingFileRounds rounds = rounds();
        missing.add("bar", "2026-11-12T06:00:00Z");
        rounds.round();
        assertThat(mails()).as("nobody to write to").isEmpty();

        writeTo("ines@example.com");
        missing.add("stays", "2026-11-12T07:00:00Z");
        rounds.round();
        rounds.round();

        assertThat(mails()).singleElement().satisfies(mail -> assertThat(mail)
                .contains("bar (bar-*.csv)", "stays (stays-*.csv)"));
    }

    @Test
    void an_address_at_which_no_mail_arrives_keeps_none_from_the_others_and_has_none_told_twice() throws IOException {
        writeTo("not an address@@", "rui@example.com");
        missing.add("bar", "2026-11-12T06:00:00Z");

        rounds().round();

        assertThat(mails()).hasSize(1);
        assertThat(missing.untold).isEmpty();
    }

    private void writeTo(String... addresses) {
        transactions.asTenant(bakery, unit -> {
            new AttentionSection()
                    .apply(DATABASE.tenants().get(bakery), new ObjectMapper().valueToTree(List.of(addresses)), unit);
            return null;
        });
    }

    private MissingFileRounds rounds() {
        MailSettings settings = new MailSettings(name ->
                Optional.ofNullable(Map.of("kontor.mail.dir", folder.toString()).get(name)));
        return new MissingFileRounds(
                missing, transactions, DATABASE.tenants(), new MailRoutes(settings, camel, ledger.clock));
    }

    /** What did not come to the bakery; all others have everything. */
    private final class Missing implements AwaitedFiles {
        private final List<AwaitedFile> untold = new ArrayList<>();

        void add(String name, String due) {
            untold.add(new AwaitedFile(name, name + "-*.csv", Instant.parse(due)));
        }

        @Override
        public List<AwaitedFile> missing(Caller caller) {
            return List.copyOf(untold);
        }

        @Override
        public void setAside(Caller caller, String name, Instant due) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AwaitedFile> untold(TenantId tenant) {
            return tenant.equals(bakery) ? List.copyOf(untold) : List.of();
        }

        @Override
        public void told(TenantId tenant, List<AwaitedFile> files) {
            untold.removeAll(files);
        }
    }

    private List<String> mails() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(ABrandIsToldWhichFileDidNotComeTest::body)
                    .toList();
        }
    }

    private static String body(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            String encoded = text.substring(text.indexOf("\r\n\r\n")).replaceAll("\\s", "");
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
