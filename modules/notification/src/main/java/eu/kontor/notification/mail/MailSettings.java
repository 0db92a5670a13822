package eu.kontor.notification.mail;

import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * The server's settings for outgoing mail, all below {@code kontor.mail.}
 *
 * <ul>
 *   <li>{@code smtp}: a mail server, as a Camel address: {@code smtps://mail.example.org?username=us&password=secret}
 *   <li>{@code dir}: otherwise the folder in which a mail server picks up messages (RFC 5322, one per file); without either no mail
 *       leaves
 *   <li>{@code from}: the sender's address
 * </ul>
 */
@Service
public class MailSettings {

    static final String PREFIX = "kontor.mail.";
    /** As the server's other parts know it. */
    private static final String PORTAL_ADDRESS = "kontor.portal.url";

    private static final String NOBODY = "no-reply@localhost";

    private final Function<String, Optional<String>> settings;

    @Inject
    public MailSettings(Config config) {
        this(name -> config.getOptionalValue(name, String.class));
    }

    /** @param settings from the full name of a setting to its value */
    public MailSettings(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** Whether mail can leave. */
    boolean isSet() {
        return server().isPresent() || directory().isPresent();
    }

    /** @throws IllegalStateException when it is no address of a mail server */
    Optional<String> server() {
        Optional<String> address = settings.apply(PREFIX + "smtp").filter(text -> !text.isBlank());
        address.filter(text -> !text.matches("smtps?:.*")).ifPresent(text -> {
            throw new IllegalStateException(
                    PREFIX + "smtp begins with smtp: or smtps:, as in smtps://mail.example.org");
        });
        return address;
    }

    Optional<Path> directory() {
        return settings.apply(PREFIX + "dir").filter(text -> !text.isBlank()).map(text -> Path.of(text)
                .toAbsolutePath());
    }

    /** An address in the portal, for letters that lead there; empty where nobody said under which address people open it. */
    Optional<String> portal(String place) {
        return settings.apply(PORTAL_ADDRESS)
                .filter(text -> !text.isBlank())
                .map(text -> (text.endsWith("/") ? text : text + '/') + place);
    }

    String from() {
        return settings.apply(PREFIX + "from").orElse(NOBODY);
    }
}
