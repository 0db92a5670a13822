package eu.kontor.tenancy.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import eu.kontor.kernel.Digest;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.ConfigurationSection.AppliedBy;
import eu.kontor.tenancy.api.Difference;
import eu.kontor.tenancy.api.SectionWords;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.TenantAdministration.FileChange;
import eu.kontor.tenancy.api.TenantAdministration.Plan;
import eu.kontor.tenancy.api.TenantAdministration.SectionChange;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.application.configuration.ConfigurationCheck;
import eu.kontor.tenancy.application.configuration.ConfigurationFile;
import eu.kontor.tenancy.application.configuration.ConfigurationFolder;
import eu.kontor.tenancy.application.configuration.FileSections;
import eu.kontor.tenancy.application.configuration.SectionDigest;
import eu.kontor.tenancy.persistence.TenantRecords.TenantRecord;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What applying a folder would change, section by section: by the same digests by which applying decides what acts, and in the words of
 * each section's owner. It reads and changes nothing.
 */
@Service
public class ConfigurationPlan {

    private static final String COALITION_FILE = "coalition.yaml";
    private static final String CREATED = "created";
    private static final String CHANGED = "changed";
    private static final String UNCHANGED = "unchanged";

    private final Transactions transactions;
    private final RegistryChanges changes;
    private final TenantProvisioning provisioning;
    private final ConfigurationCheck configuration;
    private final SectionWords words = new SectionWords(SectionWords.class, "words");

    @Inject
    public ConfigurationPlan(
            Transactions transactions,
            RegistryChanges changes,
            TenantProvisioning provisioning,
            ConfigurationCheck configuration) {
        this.transactions = transactions;
        this.changes = changes;
        this.provisioning = provisioning;
        this.configuration = configuration;
    }

    /**
     * @param folder without mistakes
     * @param only of this tenant; empty for the coalition and all tenants
     */
    Plan of(ConfigurationFolder folder, Optional<TenantSlug> only) {
        List<FileChange> files = new ArrayList<>();
        StringBuilder acting = new StringBuilder();
        if (only.isEmpty()) {
            files.add(coalition(folder.coalition().orElseThrow().content(), acting));
        }
        Map<TenantSlug, TenantRecord> known = changes.tenants().stream()
                .collect(Collectors.toMap(record -> record.tenant().slug(), Function.identity()));
        folder.tenants().forEach((slug, file) -> {
            if (only.isEmpty() || only.get().equals(slug)) {
                files.add(tenant(slug, file, Optional.ofNullable(known.get(slug)), acting));
            }
        });
        return new Plan(HexFormat.of().formatHex(Digest.of(acting.toString())), files);
    }

    private FileChange coalition(JsonNode file, StringBuilder acting) {
        JsonNode inForce = changes.coalitionInForce();
        Map<String, JsonNode> before = inForce.isEmpty() ? Map.of() : FileSections.ofCoalition(inForce);
        Sections sections = new Sections(COALITION_FILE, before, changes.knownSections(Optional.empty()), acting);
        FileSections.ofCoalition(file)
                .forEach((name, content) -> sections.section(
                        name,
                        content,
                        () -> !name.equals(FileSections.PEOPLE) || provisioning.areOperators(content),
                        (was, is) ->
                                words.between(name.equals(FileSections.PEOPLE) ? "people" : "coalition", was, is)));
        return sections.told(inForce.isEmpty());
    }

    private FileChange tenant(
            TenantSlug slug, ConfigurationFile file, Optional<TenantRecord> known, StringBuilder acting) {
        JsonNode lastFile = known.map(TenantRecord::configuration).orElseGet(JsonNodeFactory.instance::objectNode);
        Map<String, JsonNode> before =
                lastFile.isEmpty() ? Map.of() : FileSections.ofTenant(lastFile, configuration.sections());
        Sections sections = new Sections(
                file.name(),
                before,
                known.map(record -> changes.knownSections(
                                Optional.of(record.tenant().id())))
                        .orElse(Map.of()),
                acting);
        FileSections.ofTenant(file.content(), configuration.sections())
                .forEach((name, content) -> sections.section(
                        name,
                        content,
                        () -> !name.equals(FileSections.PEOPLE) || provisioning.isProvisioned(slug),
                        (was, is) -> owner(name)
                                .map(section ->
                                        ofItsOwner(section, lastFile.isEmpty() ? Optional.empty() : known, was, is))
                                .orElseGet(() -> ours(name, was, is))));
        return sections.told(lastFile.isEmpty());
    }

    /** @param provisioned whose schema is there to be looked into */
    private List<Difference> ofItsOwner(
            ConfigurationSection section, Optional<TenantRecord> provisioned, JsonNode before, JsonNode after) {
        if (provisioned.isEmpty()) {
            return section.differences(before, after);
        }
        Tenant tenant = provisioned.get().tenant();
        Transactions.Work<List<Difference>> work = unit -> section.differences(tenant, before, after, unit);
        return section.appliedBy() == AppliedBy.OPERATOR
                ? transactions.asOperator(work)
                : transactions.asTenant(tenant.id(), work);
    }

    private Optional<ConfigurationSection> owner(String name) {
        return configuration.sections().stream()
                .filter(section -> section.key().equals(name))
                .findFirst();
    }

    /** What no context owns; people stand beside their brand's name and its machines. */
    private List<Difference> ours(String name, JsonNode before, JsonNode after) {
        if (!name.equals(FileSections.PEOPLE)) {
            return words.between(name, before, after);
        }
        List<Difference> all = new ArrayList<>(
                words.between("people", before.path(FileSections.PEOPLE), after.path(FileSections.PEOPLE)));
        all.addAll(words.between("machines", before.path(FileSections.MACHINES), after.path(FileSections.MACHINES)));
        return all;
    }

    /** Says what differs between two contents of a section. */
    @FunctionalInterface
    private interface Telling {
        List<Difference> differences(JsonNode before, JsonNode after);
    }

    /** The sections of one file, as far as they would act. */
    private final class Sections {

        private final String file;
        private final Map<String, JsonNode> before;
        private final Map<String, byte[]> applied;
        private final StringBuilder acting;
        private final List<SectionChange> changed = new ArrayList<>();

        /** @param applied digests by section; none in a database of the time before they were kept */
        Sections(String file, Map<String, JsonNode> before, Map<String, byte[]> applied, StringBuilder acting) {
            this.file = file;
            this.before = before;
            this.applied = applied;
            this.acting = acting;
        }

        void section(String name, JsonNode content, Supplier<Boolean> isThere, Telling telling) {
            byte[] digest = SectionDigest.of(content);
            byte[] last = applied.isEmpty() && before.containsKey(name)
                    ? SectionDigest.of(before.get(name))
                    : applied.get(name);
            if (Arrays.equals(digest, last) && isThere.get()) {
                return;
            }
            JsonNode was = before.getOrDefault(name, MissingNode.getInstance());
            List<Difference> differences = telling.differences(was, content);
            acting.append(file)
                    .append('/')
                    .append(name)
                    .append('=')
                    .append(HexFormat.of().formatHex(digest));
            // What is in force may be another than a file said last: what was shown counts, too.
            differences.forEach(difference -> acting.append('\n')
                    .append(difference.act())
                    .append(' ')
                    .append(difference.words().in(Locale.ENGLISH)));
            acting.append('\n');
            changed.add(new SectionChange(name, title(name), differences));
        }

        private Difference.Words title(String name) {
            return language ->
                    owner(name).map(section -> section.title(language)).orElseGet(() -> words.title(name, language));
        }

        FileChange told(boolean isNew) {
            return new FileChange(file, changed.isEmpty() ? UNCHANGED : isNew ? CREATED : CHANGED, changed);
        }
    }
}
