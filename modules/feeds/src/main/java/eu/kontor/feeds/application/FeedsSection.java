package eu.kontor.feeds.application;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.feeds.domain.ExpectedFile;
import eu.kontor.feeds.domain.FeedLineKind;
import eu.kontor.feeds.domain.Layout;
import eu.kontor.feeds.persistence.DueRows;
import eu.kontor.feeds.persistence.DueRows.DueRow;
import eu.kontor.feeds.persistence.FeedConfigurations;
import eu.kontor.program.api.LineKind;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.Difference;
import eu.kontor.tenancy.api.SectionWords;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The {@code feeds} section of a tenant's file: how its own files are to be read. */
@Service
public class FeedsSection implements ConfigurationSection {

    private static final SectionWords WORDS = new SectionWords(FeedsSection.class, "words");

    private final Clock clock;
    private final FeedConfigurations configurations = new FeedConfigurations();
    private final DueRows due = new DueRows();

    @Inject
    public FeedsSection(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String key() {
        return "feeds";
    }

    /** How a brand reads its own files is its own to decide. */
    @Override
    public AppliedBy appliedBy() {
        return AppliedBy.TENANT;
    }

    @Override
    public List<Mistake> validate(JsonNode section, JsonNode wholeFile) {
        return mistakes(section, wholeFile);
    }

    static List<Mistake> mistakes(JsonNode section, JsonNode wholeFile) {
        List<Mistake> mistakes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < section.size(); i++) {
            JsonNode mapping = section.get(i);
            String pointer = "/" + i;
            if (!names.add(mapping.path("name").asText())) {
                mistakes.add(new Mistake(pointer + "/name", "a name that no other mapping of this tenant has"));
            }
            new FormatChecks(mapping, pointer, mistakes).run();
            checkExpected(mapping, pointer, mistakes);
            Layout.of(mapping.path("layout").asText()).ifPresent(layout -> {
                checkNames(mapping, "columns", layout, pointer, mistakes);
                checkNames(mapping, "constants", layout, pointer, mistakes);
                checkNames(mapping, "values", layout, pointer, mistakes);
                checkWords(mapping, pointer, mistakes);
                checkItems(mapping, layout, pointer, mistakes);
            });
            checkOutlet(mapping, wholeFile, pointer, mistakes);
        }
        return mistakes;
    }

    @Override
    public String title(Locale language) {
        return WORDS.title(key(), language);
    }

    @Override
    public List<Difference> differences(JsonNode before, JsonNode section) {
        return WORDS.between(key(), before, section);
    }

    @Override
    public void apply(Tenant tenant, JsonNode section, UnitOfWork unit) {
        Map<String, ExpectedFile> before = expected(configurations.get(unit, tenant.id()));
        configurations.put(unit, tenant.id(), section);
        expected(section).forEach((name, expected) -> {
            if (!expected.equals(before.get(name))) {
                due.put(unit, tenant.id(), DueRow.begun(name, clock.instant()), clock.instant());
            }
        });
    }

    private static Map<String, ExpectedFile> expected(JsonNode section) {
        Map<String, ExpectedFile> expected = new HashMap<>();
        section.forEach(mapping -> ExpectedFile.parse(mapping.path("expected").asText())
                .ifPresent(each -> expected.put(mapping.path("name").asText(), each)));
        return expected;
    }

    /** What did not come has no header: only its name says that it would have been this one. */
    private static void checkExpected(JsonNode mapping, String pointer, List<Mistake> mistakes) {
        if (!mapping.has("expected")) {
            return;
        }
        if (ExpectedFile.parse(mapping.path("expected").asText()).isEmpty()) {
            mistakes.add(new Mistake(pointer + "/expected", ExpectedFile.EXAMPLES));
        }
        if (!mapping.has("files")) {
            mistakes.add(new Mistake(pointer, "\"files\", by which an expected file is known"));
        }
    }

    private static void checkNames(
            JsonNode mapping, String key, Layout layout, String pointer, List<Mistake> mistakes) {
        mapping.path(key).fieldNames().forEachRemaining(name -> {
            if (!layout.knows(name)) {
                mistakes.add(
                        new Mistake(pointer + "/" + key + "/" + name, "one of " + String.join(", ", layout.names())));
            }
        });
    }

    private static void checkWords(JsonNode mapping, String pointer, List<Mistake> mistakes) {
        for (String name : List.of("line_kind", "status")) {
            mapping.path("values").path(name).properties().forEach(entry -> {
                String meaning = entry.getValue().asText();
                if (FeedLineKind.of(meaning).isEmpty() && LineKind.of(meaning).isEmpty()) {
                    mistakes.add(new Mistake(
                            pointer + "/values/" + name,
                            "as meanings: " + FeedLineKind.ours() + ", " + LineKind.WORDS));
                }
            });
        }
    }

    private static void checkItems(JsonNode mapping, Layout layout, String pointer, List<Mistake> mistakes) {
        if (layout == Layout.TICKETS && mapping.path("items").isEmpty()) {
            mistakes.add(new Mistake(pointer, "\"items\" with the price of each item"));
        }
        mapping.path("items").properties().forEach(entry -> {
            if (price(entry.getValue()).filter(price -> price.signum() > 0).isEmpty()
                    && entry.getValue().has("price")) {
                String escaped = entry.getKey().replace("~", "~0").replace("/", "~1");
                mistakes.add(new Mistake(pointer + "/items/" + escaped + "/price", "a price above zero, such as 2.60"));
            }
        });
    }

    private static Optional<BigDecimal> price(JsonNode item) {
        try {
            return Optional.of(new BigDecimal(item.path("price").asText()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void checkOutlet(JsonNode mapping, JsonNode wholeFile, String pointer, List<Mistake> mistakes) {
        Set<String> codes = new HashSet<>();
        wholeFile
                .path("outlets")
                .forEach(outlet -> codes.add(outlet.path("code").asText()));
        JsonNode constant = mapping.path("constants").path("outlet");
        if (!constant.isMissingNode() && !codes.contains(constant.asText())) {
            mistakes.add(new Mistake(pointer + "/constants/outlet", "one of the tenant's outlet codes"));
        }
        mapping.path("values").path("outlet").properties().forEach(entry -> {
            if (!codes.contains(entry.getValue().asText())) {
                mistakes.add(new Mistake(pointer + "/values/outlet", "the tenant's outlet codes as meanings"));
            }
        });
    }
}
