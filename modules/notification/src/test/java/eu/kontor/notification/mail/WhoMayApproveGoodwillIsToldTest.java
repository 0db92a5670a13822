package eu.kontor.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.WaitingCorrections;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.routes.api.Routes;
import eu.kontor.tenancy.api.Staff;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhoMayApproveGoodwillIsToldTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();

    /** Nobody has it, and no letter can be made for it. */
    private static final String NO_ADDRESS = "not an address@@";

    private final TenantId bakery = DATABASE.tenant("bakery-goodwill");
    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final Routes camel = new Routes(Thread.ofPlatform().factory());
    private final Waiting waiting = new Waiting();
    private final People people = new People();

    @TempDir
    private Path folder;

    @AfterEach
    void closeTheRoutes() {
        camel.stop();
    }

    @Test
    void each_admin_once_in_their_language_with_the_way_to_the_inbox() throws IOException {
        people.admins.add(new Staff.Colleague("Inês Prado", "ines@example.com", Locale.ENGLISH));
        people.admins.add(new Staff.Colleague("Rui Melo", "rui@example.com", Locale.forLanguageTag("es")));
        waiting.propose(1, 1_500, false, "Lena Vaz");
        GoodwillRounds rounds = rounds("https://points.example.org");

        rounds.round();
        rounds.round();

        assertThat(mails())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail)
                        .contains("https://points.example.org/@bakery-goodwill/corrections", "Lena Vaz"))
                .anySatisfy(mail -> assertThat(mail).contains("1,500", "Long wait", "You may approve"))
                .anySatisfy(mail -> assertThat(mail).contains("1.500", "Espera larga", "Usted puede aprobarlo"));
    }

    @Test
    void not_who_proposed_it_and_the_operator_where_nobody_else_may() throws IOException {
        people.admins.add(new Staff.Colleague("Inês Prado", "ines@example.com", Locale.ENGLISH));
        people.operators.add(new Staff.Colleague("Olga Reis", "olga@example.com", Locale.ENGLISH));
        waiting.propose(2, 9_000, false, "Inês Prado");

        rounds("https://points.example.org/").round();

        assertThat(mails()).singleElement().satisfies(mail -> assertThat(mail)
                .contains(" https://points.example.org/corrections "));
        assertThat(recipients()).containsExactly("olga@example.com");
    }

    @Test
    void the_operator_of_what_the_coalition_is_to_pay() throws IOException {
        people.admins.add(new Staff.Colleague("Inês Prado", "ines@example.com", Locale.ENGLISH));
        people.operators.add(new Staff.Colleague("Olga Reis", "olga@example.com", Locale.CHINESE));
        waiting.propose(3, 700, true, "Otto Sá");

        rounds("").round();

        assertThat(recipients()).containsExactly("olga@example.com");
        assertThat(mails()).singleElement().satisfies(mail -> assertThat(mail).contains("等候过久", "门户"));
    }

    @Test
    void an_operator_is_not_asked_to_approve_an_own_proposal() throws IOException {
        people.operators.add(new Staff.Colleague("Otto Sá", "otto@example.com", Locale.ENGLISH));
        people.operators.add(new Staff.Colleague("Olga Reis", "olga@example.com", Locale.ENGLISH));
        waiting.propose(5, 700, true, "Otto Sá");

        rounds("").round();

        assertThat(recipients()).containsExactly("olga@example.com");
    }

    @Test
    void an_address_at_which_no_mail_arrives_keeps_none_from_the_others_and_has_none_told_twice() throws IOException {
        people.admins.add(new Staff.Colleague("Rui Melo", NO_ADDRESS, Locale.ENGLISH));
        people.admins.add(new Staff.Colleague("Inês Prado", "ines@example.com", Locale.ENGLISH));
        people.operators.add(new Staff.Colleague("Olga Reis", "olga@example.com", Locale.ENGLISH));
        waiting.propose(6, 700, false, "Lena Vaz");
        waiting.propose(7, 700, true, "Lena Vaz");
        waiting.propose(8, 700, false, "Inês Prado");
        GoodwillRounds rounds = rounds("");

        rounds.round();

        assertThat(recipients()).containsExactlyInAnyOrder("ines@example.com", "olga@example.com");
        assertThat(waiting.untold)
                .as("of what nobody at all was told")
                .extracting(WaitingCorrections.WaitingCorrection::id)
                .containsExactly(8L);
    }

    @Test
    void what_nobody_can_be_told_of_waits_until_somebody_can() throws IOException {
        waiting.propose(4, 700, false, "Lena Vaz");
        GoodwillRounds rounds = rounds("");
        rounds.round();
        assertThat(mails()).isEmpty();

        people.admins.add(new Staff.Colleague("Inês Prado", "ines@example.com", Locale.ENGLISH));
        rounds.round();

        assertThat(mails()).hasSize(1);
    }

    private GoodwillRounds rounds(String portal) {
        MailSettings settings = new MailSettings(
                name -> Optional.ofNullable(Map.of("kontor.mail.dir", folder.toString(), "kontor.portal.url", portal)
                        .get(name)));
        return new GoodwillRounds(
                waiting, people, DATABASE.tenants(), new MailRoutes(settings, camel, ledger.clock), settings);
    }

    /** Of the bakery; nowhere else does anything wait. */
    private final class Waiting implements WaitingCorrections {
        private final List<WaitingCorrection> untold = new ArrayList<>();

        void propose(long id, long points, boolean byOperator, String proposer) {
            untold.add(new WaitingCorrection(
                    id,
                    Points.of(points),
                    true,
                    "wait",
                    Map.of("en", "Long wait", "es", "Espera larga", "zh", "等候过久"),
                    byOperator,
                    proposer,
                    Instant.parse("2026-11-12T07:00:00Z")));
        }

        @Override
        public List<WaitingCorrection> untold(TenantId tenant) {
            return tenant.equals(bakery) ? List.copyOf(untold) : List.of();
        }

        @Override
        public void told(TenantId tenant, List<WaitingCorrection> corrections) {
            untold.removeAll(corrections);
        }
    }

    private static final class People implements Staff {
        private final List<Colleague> admins = new ArrayList<>();
        private final List<Colleague> operators = new ArrayList<>();

        @Override
        public List<Colleague> of(TenantId tenant, Role role) {
            return role == Role.ADMIN ? admins : List.of();
        }

        @Override
        public List<Colleague> operators() {
            return operators;
        }
    }

    private List<String> mails() throws IOException {
        return texts().stream().map(WhoMayApproveGoodwillIsToldTest::body).toList();
    }

    private List<String> recipients() throws IOException {
        return texts().stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("To: "))
                .map(line -> line.substring(4))
                .toList();
    }

    private List<String> texts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(WhoMayApproveGoodwillIsToldTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(String text) {
        String encoded = text.substring(text.indexOf("\r\n\r\n")).replaceAll("\\s", "");
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
}
