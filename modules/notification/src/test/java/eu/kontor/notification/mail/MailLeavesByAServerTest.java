package eu.kontor.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import eu.kontor.routes.api.Routes;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailLeavesByAServerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-15T12:00:00Z"), ZoneOffset.UTC);
    private static final Letter LETTER =
            new Letter("7_12_2026-04-14_1200", "ana@example.com", "1.200 puntos: caducarán, 积分", "Hola Ana,\n再见\n");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Routes routes = new Routes(Thread.ofPlatform().factory());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        routes.stop();
        server.stop();
    }

    @Test
    void asItWasWritten() throws Exception {
        mail(server.getSmtp().getPort()).send(LETTER);

        MimeMessage taken = server.getReceivedMessages()[0];
        assertThat(taken.getSubject()).isEqualTo("1.200 puntos: caducarán, 积分");
        assertThat(taken.getContent()).asString().isEqualToIgnoringNewLines("Hola Ana,\n再见\n");
        assertThat(taken.getMessageID()).isEqualTo("<7_12_2026-04-14_1200@example.org>");
        assertThat(taken.getAllRecipients()).extracting(Object::toString).containsExactly("ana@example.com");
    }

    @Test
    void orTheSenderHearsThatItDidNotLeave() {
        int port = server.getSmtp().getPort();
        server.stop();

        assertThatThrownBy(() -> mail(port).send(LETTER)).isInstanceOf(CamelExecutionException.class);
    }

    @Test
    void whichHasAnAddressThatSaysSo() {
        MailSettings settings = new MailSettings(name -> Optional.of("mail.example.org"));

        assertThatThrownBy(settings::isSet).hasMessageContaining("kontor.mail.smtp begins with smtp: or smtps:");
    }

    private MailRoutes mail(int port) {
        Map<String, String> settings =
                Map.of("kontor.mail.smtp", "smtp://127.0.0.1:" + port, "kontor.mail.from", "us@example.org");
        return new MailRoutes(new MailSettings(name -> Optional.ofNullable(settings.get(name))), routes, CLOCK);
    }
}
