package eu.kontor.notification.mail;

import eu.kontor.tenancy.api.Service;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.FileConstants;
import org.apache.camel.impl.DefaultCamelContext;

/** The way out for mail: one file per message in the folder where the mail server picks them up. */
@Service
public class MailRoutes {

    private static final String OUT = "direct:mail";

    private final MailSettings settings;
    private final Clock clock;
    private DefaultCamelContext camel;
    private ProducerTemplate out;

    @Inject
    public MailRoutes(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    boolean isOpen() {
        return settings.directory().isPresent();
    }

    /**
     * Returns when the message is a whole file; the same key again writes the same file.
     *
     * @throws org.apache.camel.CamelExecutionException when it cannot be written
     */
    void send(Letter letter) {
        producer()
                .sendBodyAndHeaders(
                        OUT,
                        letter.message(settings.from(), clock.instant()),
                        Map.of(FileConstants.FILE_NAME, letter.key() + ".eml"));
    }

    private synchronized ProducerTemplate producer() {
        if (out == null) {
            Path directory = settings.directory()
                    .orElseThrow(() -> new IllegalStateException(
                            MailSettings.PREFIX + "dir is not set: where does mail leave the house?"));
            camel = new DefaultCamelContext();
            camel.disableJMX();
            camel.setApplicationContextClassLoader(MailRoutes.class.getClassLoader());
            try {
                camel.addRoutes(new Out(directory));
            } catch (Exception e) {
                throw new IllegalStateException("the route for mail cannot be opened: " + e.getMessage(), e);
            }
            camel.start();
            out = camel.createProducerTemplate();
        }
        return out;
    }

    @PreDestroy
    synchronized void close() {
        if (camel != null) {
            camel.stop();
        }
    }

    /** Written beside and then renamed: the mail server never sees half a message. */
    private static final class Out extends RouteBuilder {
        private final Path directory;

        Out(Path directory) {
            this.directory = directory;
        }

        @Override
        public void configure() {
            from(OUT)
                    .routeId("mail-out")
                    .to("file:" + directory + "?fileExist=Override&tempFileName=.${file:name}.part");
        }
    }
}
