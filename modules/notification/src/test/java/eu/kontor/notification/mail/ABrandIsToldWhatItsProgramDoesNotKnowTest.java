package eu.kontor.notification.mail;

import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.checkout.application.NotedCategories;
import eu.kontor.checkout.persistence.PurchaseFiling;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.Message;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.routes.api.Routes;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ABrandIsToldWhatItsProgramDoesNotKnowTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();

    private final TenantId bakery = DATABASE.tenant("bakery-told");
    private final Transactions transactions = DATABASE.transactions();
    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final Routes camel = new Routes(Thread.ofPlatform().factory());
    private long number = 1;

    @TempDir
    private Path folder;

    @AfterEach
    void closeTheRoutes() {
        camel.stop();
    }

    @Test
    void once_a_day_of_what_came_since_the_last_time() throws IOException {
        CategoryRounds rounds = rounds();
        attention("ines@example.com", "rui@example.com");
        filed("bred");
        filed("bred", "Kuchen");
        rounds.round();
        assertThat(mails()).hasSize(2).allSatisfy(mail -> assertThat(mail).contains("bred\n", "Kuchen\n"));

        filed("cofee");
        rounds.round();
        assertThat(mails()).as("the same day").hasSize(2);

        ledger.clock.set(ledger.clock.instant().plus(Duration.ofDays(1)));
        rounds.round();
        assertThat(mails())
                .hasSize(4)
                .filteredOn(mail -> mail.contains("cofee"))
                .hasSize(2);
        assertThat(mails()).filteredOn(mail -> mail.contains("bred")).hasSize(2);

        ledger.clock.set(ledger.clock.instant().plus(Duration.ofDays(1)));
        rounds.round();
        assertThat(mails()).as("nothing new").hasSize(4);
    }

    private CategoryRounds rounds() {
        MailSettings settings = new MailSettings(name ->
                Optional.ofNullable(Map.of("kontor.mail.dir", folder.toString()).get(name)));
        return new CategoryRounds(
                new NotedCategories(transactions),
                transactions,
                DATABASE.tenants(),
                new MailRoutes(settings, camel, ledger.clock),
                ledger.clock);
    }

    private void attention(String... emails) {
        transactions.asTenant(bakery, unit -> {
            new AttentionSection().apply(DATABASE.tenants().get(bakery), new ObjectMapper().valueToTree(emails), unit);
            return null;
        });
    }

    /** A purchase whose message names categories that were unknown. */
    private void filed(String... unknown) {
        String categories = Arrays.stream(unknown).map(each -> '"' + each + '"').collect(Collectors.joining(","));
        String note = "{\"c\":\"9724010000000013\",\"o\":1,\"b\":\"" + TODAY
                + "\",\"a\":\"1.00\",\"u\":\"EUR\",\"l\":[],\"r\":\"T\",\"p\":1,\"v\":1,\"x\":[],\"k\":[" + categories
                + "]}";
        transactions.asTenant(bakery, unit -> {
            new PurchaseFiling()
                    .handle(
                            unit,
                            bakery,
                            List.of(Message.about(new MemberId(1), "purchase-posted", bakery, number++, note)));
            return null;
        });
    }

    private List<String> mails() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(ABrandIsToldWhatItsProgramDoesNotKnowTest::body)
                    .toList();
        }
    }

    private static String body(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            String encoded = text.substring(text.indexOf("\r\n\r\n")).replaceAll("\\s", "");
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
