package eu.kontor.tenancy.application;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.TenantAdministration;
import eu.kontor.tenancy.application.configuration.ConfigurationCheck;
import eu.kontor.tenancy.application.configuration.ConfigurationFile;
import eu.kontor.tenancy.persistence.TenantRecords.TenantRecord;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the operator does with the coalition and its tenants. One change at a time on a node; every step can be repeated. */
@Service
public class TenantOffice implements TenantAdministration {

    private static final Logger LOG = LoggerFactory.getLogger(TenantOffice.class);

    private static final String CREATED = "created";
    private static final String CHANGED = "changed";
    private static final String UNCHANGED = "unchanged";
    private static final String COALITION_FILE = "coalition.yaml";

    private final RegistryChanges changes;
    private final TenantRegistry registry;
    private final TenantProvisioning provisioning;
    private final ConfigurationCheck configuration;
    private final Clock clock;

    @Inject
    public TenantOffice(
            RegistryChanges changes,
            TenantRegistry registry,
            TenantProvisioning provisioning,
            ConfigurationCheck configuration,
            Clock clock) {
        this.changes = changes;
        this.registry = registry;
        this.provisioning = provisioning;
        this.configuration = configuration;
        this.clock = clock;
    }

    @Override
    public List<FileMistake> check(Caller caller, Path folder) {
        caller.mustBe(Role.OPERATOR);
        return checked(folder).mistakes();
    }

    @Override
    public synchronized List<Applied> apply(Caller caller, Path folder, Consumer<String> progress) {
        caller.mustBe(Role.OPERATOR);
        ConfigurationCheck.Checked checked = checked(folder);
        if (!checked.mistakes().isEmpty()) {
            throw new InvalidConfiguration(checked.mistakes());
        }
        List<Applied> applied = new ArrayList<>();
        JsonNode coalition = checked.folder().coalition().orElseThrow().content();
        Optional<String> samplePassword =
                Optional.of(coalition.path("samplePassword").asText("")).filter(word -> !word.isEmpty());
        applied.add(applyCoalition(caller, coalition, samplePassword, progress));
        checked.folder()
                .tenants()
                .forEach((slug, file) -> applied.add(applyTenant(caller, slug, file, samplePassword, progress)));
        return applied;
    }

    @Override
    public synchronized void suspend(Caller caller, TenantSlug slug) {
        caller.mustBe(Role.OPERATOR);
        registry.get(slug);
        changes.setState(caller, slug, Tenant.State.SUSPENDED, "suspend-tenant");
        registry.reload();
        provisioning.setEnabled(slug, false);
    }

    @Override
    public synchronized void resume(Caller caller, TenantSlug slug) {
        caller.mustBe(Role.OPERATOR);
        registry.get(slug);
        provisioning.setEnabled(slug, true);
        changes.setState(caller, slug, Tenant.State.ACTIVE, "resume-tenant");
        registry.reload();
    }

    @Override
    public synchronized void remove(Caller caller, TenantSlug slug, String confirmation) {
        caller.mustBe(Role.OPERATOR);
        registry.get(slug);
        if (!slug.value().equals(confirmation)) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    "confirmation",
                    "value",
                    confirmation,
                    "expected",
                    "the slug " + slug);
        }
        provisioning.undo(slug);
        changes.removed(caller, slug);
        registry.reload();
    }

    private ConfigurationCheck.Checked checked(Path folder) {
        return configuration.check(
                folder, changes.coalitionInForce(), !changes.tenants().isEmpty());
    }

    private Applied applyCoalition(
            Caller caller, JsonNode file, Optional<String> samplePassword, Consumer<String> progress) {
        Instant start = clock.instant();
        JsonNode inForce = changes.coalitionInForce();
        if (isSame(inForce, file)) {
            return applied(COALITION_FILE, UNCHANGED, start);
        }
        progress.accept("coalition " + file.path("name").asText());
        provisioning.provisionOperators(file, samplePassword);
        changes.describeCoalition(caller, file);
        registry.reload();
        return applied(COALITION_FILE, inForce.isEmpty() ? CREATED : CHANGED, start);
    }

    private Applied applyTenant(
            Caller caller,
            TenantSlug slug,
            ConfigurationFile file,
            Optional<String> samplePassword,
            Consumer<String> progress) {
        Instant start = clock.instant();
        Optional<TenantRecord> known = changes.tenants().stream()
                .filter(record -> record.tenant().slug().equals(slug))
                .findFirst();
        boolean isNew = known.isEmpty() || known.get().configuration().isEmpty();
        if (!isNew
                && isSame(known.get().configuration(), file.content())
                && provisioning.isComplete(known.get().tenant())) {
            return applied(file.name(), UNCHANGED, start);
        }
        provisioning.prepare(slug, file.content(), registry, progress);
        provisioning.provisionIdentity(registry.get(slug), file.content(), samplePassword, progress);
        changes.conclude(caller, slug, file.content(), isNew ? "provision-tenant" : "configure-tenant");
        registry.reload();
        return applied(file.name(), isNew ? CREATED : CHANGED, start);
    }

    /** PostgreSQL's jsonb keeps a number's value but not how it was written: 1.50 and 1.5 are the same. */
    private static boolean isSame(JsonNode inForce, JsonNode file) {
        return inForce.equals(
                (one, other) -> one.isNumber() && other.isNumber()
                        ? one.decimalValue().compareTo(other.decimalValue())
                        : one.equals(other) ? 0 : 1,
                file);
    }

    private Applied applied(String file, String change, Instant start) {
        return new Applied(
                file, change, Duration.between(start, clock.instant()).toMillis());
    }
}
