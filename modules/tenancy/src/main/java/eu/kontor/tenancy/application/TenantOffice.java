package eu.kontor.tenancy.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.TenantAdministration;
import eu.kontor.tenancy.application.configuration.ConfigurationCheck;
import eu.kontor.tenancy.application.configuration.ConfigurationFile;
import eu.kontor.tenancy.application.configuration.FileSections;
import eu.kontor.tenancy.application.configuration.SectionDigest;
import eu.kontor.tenancy.persistence.TenantRecords.TenantRecord;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final ConfigurationPlan plans;
    private final Clock clock;

    @Inject
    public TenantOffice(
            RegistryChanges changes,
            TenantRegistry registry,
            TenantProvisioning provisioning,
            ConfigurationCheck configuration,
            ConfigurationPlan plans,
            Clock clock) {
        this.changes = changes;
        this.registry = registry;
        this.provisioning = provisioning;
        this.configuration = configuration;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public List<FileMistake> check(Caller caller, Path folder) {
        caller.mustBe(Role.OPERATOR);
        return checked(folder).mistakes();
    }

    @Override
    public Plan plan(Caller caller, Path folder, Optional<TenantSlug> only) {
        caller.mustBe(Role.OPERATOR);
        ConfigurationCheck.Checked checked = sound(folder);
        only.filter(slug -> !checked.folder().tenants().containsKey(slug)).ifPresent(slug -> {
            throw new Refusal(RefusalCode.TENANT_UNKNOWN, "tenant", slug);
        });
        return plans.of(checked.folder(), only);
    }

    @Override
    public synchronized List<Applied> apply(Caller caller, Path folder, String fingerprint, Consumer<String> progress) {
        caller.mustBe(Role.OPERATOR);
        caller.mustHaveProvenLately();
        ConfigurationCheck.Checked checked = sound(folder);
        if (!plans.of(checked.folder(), Optional.empty()).fingerprint().equals(fingerprint)) {
            throw new Refusal(RefusalCode.PLAN_OUTDATED);
        }
        return apply(caller, checked, progress);
    }

    @Override
    public synchronized List<Applied> apply(Caller caller, Path folder, Consumer<String> progress) {
        caller.mustBe(Role.OPERATOR);
        caller.mustHaveProvenLately();
        return apply(caller, sound(folder), progress);
    }

    private List<Applied> apply(Caller caller, ConfigurationCheck.Checked checked, Consumer<String> progress) {
        JsonNode coalition = checked.folder().coalition().orElseThrow().content();
        Request request = new Request(
                caller,
                Optional.of(coalition.path("samplePassword").asText("")).filter(word -> !word.isEmpty()),
                progress,
                new ArrayList<>());
        List<Applied> applied = new ArrayList<>();
        applied.add(applyCoalition(request, coalition));
        Map<TenantSlug, TenantRecord> known = changes.tenants().stream()
                .collect(Collectors.toMap(record -> record.tenant().slug(), Function.identity()));
        checked.folder()
                .tenants()
                .forEach((slug, file) ->
                        applied.add(applyTenant(request, slug, file, Optional.ofNullable(known.get(slug)))));
        refuseIfIncomplete(request.failures());
        return applied;
    }

    @Override
    public synchronized void suspend(Caller caller, TenantSlug slug) {
        caller.mustBe(Role.OPERATOR);
        caller.mustHaveProvenLately();
        registry.get(slug);
        changes.setState(caller, slug, Tenant.State.SUSPENDED, "suspend-tenant");
        provisioning.setEnabled(slug, false);
    }

    @Override
    public synchronized void resume(Caller caller, TenantSlug slug) {
        caller.mustBe(Role.OPERATOR);
        caller.mustHaveProvenLately();
        registry.get(slug);
        provisioning.setEnabled(slug, true);
        changes.setState(caller, slug, Tenant.State.ACTIVE, "resume-tenant");
    }

    @Override
    public synchronized void remove(Caller caller, TenantSlug slug, String confirmation) {
        caller.mustBe(Role.OPERATOR);
        caller.mustHaveProvenLately();
        registry.get(slug);
        if (!slug.value().equals(confirmation)) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    "confirmation",
                    "value",
                    confirmation,
                    "expected",
                    Phrase.of("the-slug", slug));
        }
        provisioning.undo(slug);
        changes.removed(caller, slug);
    }

    private ConfigurationCheck.Checked checked(Path folder) {
        return configuration.check(
                folder, changes.coalitionInForce(), !changes.tenants().isEmpty());
    }

    private ConfigurationCheck.Checked sound(Path folder) {
        ConfigurationCheck.Checked checked = checked(folder);
        if (!checked.mistakes().isEmpty()) {
            throw new InvalidConfiguration(checked.mistakes());
        }
        return checked;
    }

    private Applied applyCoalition(Request request, JsonNode file) {
        Instant start = clock.instant();
        JsonNode inForce = changes.coalitionInForce();
        Map<String, JsonNode> sections = FileSections.ofCoalition(file);
        SectionRun run = new SectionRun(
                COALITION_FILE,
                changes.lastApplied(
                        Optional.empty(), inForce.isEmpty() ? Map.of() : digests(FileSections.ofCoalition(inForce))));
        run.section(FileSections.SCHEME, sections.get(FileSections.SCHEME), digest -> {
            request.progress().accept("coalition " + file.path("name").asText());
            changes.describeCoalition(file, digest);
        });
        refuseIfIncomplete(run.failures());
        JsonNode people = sections.get(FileSections.PEOPLE);
        run.section(FileSections.PEOPLE, people, () -> provisioning.areOperators(people), digest -> {
            request.progress().accept("coalition " + file.path("name").asText() + ": people");
            provisioning.provisionOperators(people, request.samplePassword());
            changes.remember(Optional.empty(), FileSections.PEOPLE, digest);
        });
        request.failures().addAll(run.failures());
        if (run.hasActed()) {
            changes.concludeCoalition(request.caller(), file, run.isComplete(), run.applied());
        }
        return applied(COALITION_FILE, change(run, inForce.isEmpty()), start, run);
    }

    private Applied applyTenant(
            Request request, TenantSlug slug, ConfigurationFile file, Optional<TenantRecord> known) {
        Instant start = clock.instant();
        JsonNode lastFile = known.map(TenantRecord::configuration).orElseGet(JsonNodeFactory.instance::objectNode);
        if (known.isEmpty()) {
            changes.register(slug);
        }
        boolean isNew = lastFile.isEmpty();
        SectionRun run = new SectionRun(
                file.name(),
                changes.lastApplied(
                        Optional.of(registry.get(slug).id()),
                        isNew ? Map.of() : digests(FileSections.ofTenant(lastFile, configuration.sections()))));
        provisioning.apply(slug, file.content(), isNew, request.samplePassword(), request.progress(), run);
        request.failures().addAll(run.failures());
        if (run.hasActed()) {
            changes.conclude(
                    request.caller(),
                    slug,
                    file.content(),
                    run.isComplete(),
                    isNew ? "provision-tenant" : "configure-tenant",
                    run.applied());
        }
        return applied(file.name(), change(run, isNew), start, run);
    }

    private static Map<String, byte[]> digests(Map<String, JsonNode> sections) {
        Map<String, byte[]> digests = new HashMap<>();
        sections.forEach((section, content) -> digests.put(section, SectionDigest.of(content)));
        return digests;
    }

    private static String change(SectionRun run, boolean isNew) {
        if (!run.hasActed()) {
            return UNCHANGED;
        }
        return isNew ? CREATED : CHANGED;
    }

    private static void refuseIfIncomplete(List<String> failures) {
        if (!failures.isEmpty()) {
            throw new Refusal(RefusalCode.CONFIGURATION_INCOMPLETE, "failures", String.join("; ", failures));
        }
    }

    private Applied applied(String file, String change, Instant start, SectionRun run) {
        return new Applied(
                file, change, Duration.between(start, clock.instant()).toMillis(), run.notes());
    }

    /**
     * One call of {@link #apply}.
     *
     * @param failures receives what could not be applied
     */
    private record Request(
            Caller caller, Optional<String> samplePassword, Consumer<String> progress, List<String> failures) {}
}
