package eu.kontor.notification.mail;

import eu.kontor.routes.api.Routes;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.FileConstants;

/** The way out for mail: to a mail server, or one file per message in the folder where one picks them up. */
@Service
public class MailRoutes {

    private static final String OUT = "direct:mail-out";
    private static final String TEMPLATE = "mail-out";

    private final MailSettings settings;
    private final Routes routes;
    private final Clock clock;

    @Inject
    public MailRoutes(MailSettings settings, Routes routes, Clock clock) {
        this.settings = settings;
        this.routes = routes;
        this.clock = clock;
    }

    boolean isOpen() {
        return settings.isSet();
    }

    /**
     * Returns when the mail server has taken the message, or when it is a whole file; the same key again writes the same file, and has
     * the same Message-ID.
     *
     * @throws org.apache.camel.CamelExecutionException when neither could be done
     */
    void send(Letter letter) {
        routes.describe(new Out());
        routes.open(TEMPLATE, TEMPLATE, Map.of("to", address()));
        Object body = settings.server().isPresent()
                ? letter.message(settings.from(), clock.instant())
                : letter.text(settings.from(), clock.instant());
        routes.send(OUT, body, Map.of(FileConstants.FILE_NAME, letter.key() + ".eml"));
    }

    private String address() {
        return settings.server().orElseGet(() -> settings.directory()
                // Written beside and then renamed: the mail server never sees half a message.
                .map(folder -> "file:" + folder
                        + "?fileExist=Override&tempFileName=.${file:name}.part&chmod=600&chmodDirectory=700")
                .orElseThrow(() -> new IllegalStateException("neither " + MailSettings.PREFIX + "smtp nor "
                        + MailSettings.PREFIX + "dir is set: where does mail leave the house?")));
    }

    private static final class Out extends RouteBuilder {
        @Override
        public void configure() {
            routeTemplate(TEMPLATE).templateParameter("to").from(OUT).to("{{to}}");
        }
    }
}
