package eu.kontor.notification.mail;

import eu.kontor.checkout.api.UnknownCategories;
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
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a brand once a day which categories its tills send that its program does not know. Told is noted after the mail has left: what
 * fails between the two leaves again under the same name.
 */
@Service
public class CategoryRounds {

    private static final Logger LOG = LoggerFactory.getLogger(CategoryRounds.class);
    private static final String ADDRESSES = SqlFile.read("notification/attention-addresses");
    private static final String BUNDLE = "eu.kontor.notification.mail.attention";

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** A new day is seen soon enough; an idle round compares two dates. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final UnknownCategories categories;
    private final Transactions transactions;
    private final Tenants tenants;
    private final MailRoutes routes;
    private final Clock clock;
    private LocalDate toldOn;

    @Inject
    private LeasedRounds rounds;

    @Inject
    public CategoryRounds(
            UnknownCategories categories, Transactions transactions, Tenants tenants, MailRoutes routes, Clock clock) {
        this.categories = categories;
        this.transactions = transactions;
        this.tenants = tenants;
        this.routes = routes;
        this.clock = clock;
    }

    void begin(@Observes MigrationsDone event) {
        rounds.begin("Telling brands which categories no program knows", PAUSE, PAUSE, this::round);
    }

    void round() {
        if (!tenants.isConfigured() || !routes.isOpen()) {
            return;
        }
        LocalDate today = tenants.coalition().dayOf(clock.instant());
        if (today.equals(toldOn)) {
            return;
        }
        for (Tenant tenant : tenants.all()) {
            if (tenant.state() == Tenant.State.ACTIVE) {
                tellOrGoOn(tenant, today);
            }
        }
        toldOn = today;
    }

    /** One brand's trouble is not the next one's; it is told tomorrow. */
    private void tellOrGoOn(Tenant tenant, LocalDate today) {
        try {
            tell(tenant, today);
        } catch (RuntimeException e) {
            LOG.error("{} could not be told of unknown categories, and is tomorrow", tenant.slug(), e);
        }
    }

    private void tell(Tenant tenant, LocalDate today) {
        List<String> unknown = categories.untold(tenant.id());
        List<String> addresses = unknown.isEmpty()
                ? List.of()
                : transactions.asTenant(tenant.id(), unit -> unit.jdbi()
                        .createQuery(ADDRESSES)
                        .mapTo(String.class)
                        .list());
        if (addresses.isEmpty()) {
            return;
        }
        for (int i = 0; i < addresses.size(); i++) {
            String key = "categories_" + tenant.slug().value() + '_' + today + '_' + i;
            routes.send(letter(tenant, key, addresses.get(i), unknown));
        }
        categories.told(tenant.id(), unknown);
    }

    private Letter letter(Tenant tenant, String key, String to, List<String> unknown) {
        ResourceBundle texts =
                ResourceBundle.getBundle(BUNDLE, tenant.language(), CategoryRounds.class.getClassLoader(), NO_FALLBACK);
        String listed = "  " + String.join("\n  ", unknown);
        String body = MessageFormat.format(texts.getString("categories.body"), tenant.name(), listed);
        return new Letter(
                key, to, MessageFormat.format(texts.getString("categories.subject"), tenant.name()), body + '\n');
    }
}
