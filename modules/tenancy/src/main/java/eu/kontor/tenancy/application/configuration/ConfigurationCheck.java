package eu.kontor.tenancy.application.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.TenantAdministration.FileMistake;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reads a folder and finds all mistakes at once: what cannot be read, what breaks a schema, what breaks a rule. */
@Service
public class ConfigurationCheck {

    private final List<ConfigurationSection> sections;
    private final ConfigurationSchemas schemas = new ConfigurationSchemas();

    @Inject
    public ConfigurationCheck(Instance<ConfigurationSection> sections) {
        this(sections.stream().toList());
    }

    public ConfigurationCheck(List<ConfigurationSection> sections) {
        this.sections = sections.stream()
                .sorted(Comparator.comparing(ConfigurationSection::key))
                .toList();
    }

    /** The sections of the contexts, in the order in which they are applied. */
    public List<ConfigurationSection> sections() {
        return sections;
    }

    /**
     * @param coalitionInForce the coalition's file that was last applied; an empty object before the first
     * @param hasTenants whether brands take part already
     */
    public Checked check(Path folder, JsonNode coalitionInForce, boolean hasTenants) {
        List<FileMistake> mistakes = new ArrayList<>();
        ConfigurationFolder found = ConfigurationFolder.read(folder, mistakes);
        PeopleRules people = new PeopleRules();
        found.coalition().ifPresent(file -> {
            List<FileMistake> shape = schemas.checkCoalition(file);
            mistakes.addAll(shape);
            if (shape.isEmpty()) {
                mistakes.addAll(CoalitionRules.check(file, coalitionInForce, hasTenants));
                mistakes.addAll(people.check(file));
            }
        });
        JsonNode coalition = found.coalition().map(ConfigurationFile::content).orElse(coalitionInForce);
        for (Map.Entry<TenantSlug, ConfigurationFile> tenant : found.tenants().entrySet()) {
            List<FileMistake> shape = schemas.checkTenant(tenant.getValue());
            mistakes.addAll(shape);
            if (shape.isEmpty()) {
                mistakes.addAll(new TenantRules(sections, coalition).check(tenant.getValue()));
                mistakes.addAll(people.check(tenant.getValue()));
            }
        }
        mistakes.sort(Comparator.comparing(FileMistake::file).thenComparingInt(FileMistake::line));
        return new Checked(found, List.copyOf(mistakes));
    }

    /** What was found, and what is wrong with it; with mistakes the folder is not to be used. */
    public record Checked(ConfigurationFolder folder, List<FileMistake> mistakes) {}
}
