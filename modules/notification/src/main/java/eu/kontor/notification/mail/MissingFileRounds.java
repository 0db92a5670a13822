package eu.kontor.notification.mail;

import eu.kontor.feeds.api.AwaitedFiles;
import eu.kontor.feeds.api.AwaitedFiles.AwaitedFile;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a brand once of each file that was due and has not come. Told is noted after the mail has left: what fails between the two leaves
 * again under the same name.
 */
@Service
public class MissingFileRounds {

    private static final Logger LOG = LoggerFactory.getLogger(MissingFileRounds.class);
    private static final String ADDRESSES = SqlFile.read("notification/attention-addresses");
    private static final String BUNDLE = "eu.kontor.notification.mail.attention";

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Soon enough to send the file before the day begins; what comes a minute late is not told at all. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final AwaitedFiles files;
    private final Transactions transactions;
    private final Tenants tenants;
    private final MailRoutes routes;

    @Inject
    private LeasedRounds rounds;

    @Inject
    public MissingFileRounds(AwaitedFiles files, Transactions transactions, Tenants tenants, MailRoutes routes) {
        this.files = files;
        this.transactions = transactions;
        this.tenants = tenants;
        this.routes = routes;
    }

    void begin(@Observes MigrationsDone event) {
        rounds.begin("Telling brands which files did not come", PAUSE, PAUSE, this::round);
    }

    void round() {
        if (!tenants.isConfigured() || !routes.isOpen()) {
            return;
        }
        for (Tenant tenant : tenants.all()) {
            if (tenant.state() == Tenant.State.ACTIVE) {
                tellOrGoOn(tenant);
            }
        }
    }

    /** One brand's trouble is not the next one's; it is told in the next round. */
    private void tellOrGoOn(Tenant tenant) {
        try {
            tell(tenant);
        } catch (RuntimeException e) {
            LOG.error("{} could not be told which files did not come, and is in the next round", tenant.slug(), e);
        }
    }

    private void tell(Tenant tenant) {
        List<AwaitedFile> missing = files.untold(tenant.id());
        List<String> addresses = missing.isEmpty()
                ? List.of()
                : transactions.asTenant(tenant.id(), unit -> unit.jdbi()
                        .createQuery(ADDRESSES)
                        .mapTo(String.class)
                        .list());
        if (addresses.isEmpty()) {
            return;
        }
        AwaitedFile last = missing.getLast();
        int reached = 0;
        for (int i = 0; i < addresses.size(); i++) {
            String key = "missing_" + tenant.slug().value() + '_' + last.name() + '_'
                    + last.due().getEpochSecond() + '_' + i;
            // One address at which no mail arrives keeps none from the others, who are not told again for it.
            try {
                routes.send(letter(tenant, key, addresses.get(i), missing));
                reached++;
            } catch (RuntimeException e) {
                LOG.error("{}: a letter about files that did not come could not leave: {}", tenant.slug(), key, e);
            }
        }
        if (reached > 0) {
            files.told(tenant.id(), missing);
        }
    }

    private static Letter letter(Tenant tenant, String key, String to, List<AwaitedFile> missing) {
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE, tenant.language(), MissingFileRounds.class.getClassLoader(), NO_FALLBACK);
        DateTimeFormatter moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(tenant.language())
                .withZone(tenant.zone());
        String listed = missing.stream()
                .map(file -> "  "
                        + MessageFormat.format(
                                texts.getString("missing.line"), file.name(), file.files(), moment.format(file.due())))
                .collect(Collectors.joining("\n"));
        return new Letter(
                key,
                to,
                MessageFormat.format(texts.getString("missing.subject"), tenant.name()),
                MessageFormat.format(texts.getString("missing.body"), tenant.name(), listed) + '\n');
    }
}
