package eu.kontor.program.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.LargestAmount;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramVersions.Owner;
import eu.kontor.program.domain.CategoryPolicy;
import eu.kontor.program.domain.DifferenceSentence;
import eu.kontor.program.domain.ElementValues;
import eu.kontor.program.domain.FilePolicy;
import eu.kontor.program.domain.ProgramDifference;
import eu.kontor.program.domain.ProgramDifference.Change;
import eu.kontor.program.domain.ProgramHistory;
import eu.kontor.program.domain.ProgramHistory.Origin;
import eu.kontor.program.domain.ProgramHistory.PublishedVersion;
import eu.kontor.program.persistence.PublishedPrograms;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.Difference;
import eu.kontor.tenancy.api.SectionWords;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The {@code program} section of a tenant's file: a changed one is published as the next version, an equal one is not. */
@Service
public class ProgramSection implements ConfigurationSection {

    private static final SectionWords WORDS = new SectionWords(ProgramSection.class, "words");

    /** Of a document that is only compared. */
    private static final int NEXT = 1;

    private final PublishedPrograms published;
    private final CachedPrograms programs;

    @Inject
    public ProgramSection(PublishedPrograms published, CachedPrograms programs) {
        this.published = published;
        this.programs = programs;
    }

    @Override
    public String key() {
        return "program";
    }

    /** A program is the brand's own, in its own schema. */
    @Override
    public AppliedBy appliedBy() {
        return AppliedBy.TENANT;
    }

    @Override
    public List<Mistake> validate(JsonNode section, JsonNode wholeFile) {
        List<Mistake> mistakes = new ArrayList<>();
        checkDate(section, mistakes);
        Set<String> tenantCurrencies = new HashSet<>();
        wholeFile.path("currencies").forEach(currency -> tenantCurrencies.add(currency.asText()));
        checkBaseRates(section, tenantCurrencies, mistakes);
        checkCurrencies(section.path("valuePerPoint"), "/valuePerPoint", tenantCurrencies, mistakes);
        checkCurrencies(section.path("largestAmount"), "/largestAmount", tenantCurrencies, mistakes);
        checkCategoryRates(section.path("categoryRates"), tenantCurrencies, mistakes);
        checkLargestEarning(section, mistakes);
        checkPendingDays(section, mistakes);
        mistakes.addAll(ProtectionDocument.validate(section));
        if (mistakes.isEmpty()) {
            mistakes.addAll(PromotionDocument.validate(section, wholeFile));
        }
        return mistakes;
    }

    @Override
    public List<Mistake> validateWithin(JsonNode coalition, JsonNode section) {
        return ProtectionDocument.validateWithin(coalition, section);
    }

    @Override
    public String title(Locale language) {
        return WORDS.title(key(), language);
    }

    @Override
    public List<Difference> differences(JsonNode before, JsonNode section) {
        Program wanted = ProgramDocument.said(section).values().program(NEXT, firstDay(section));
        return said(ProgramDifference.between(Optional.empty(), wanted));
    }

    /** Compared with the newest version, which a file or the browser may have made; what the browser owns stays, and that is said. */
    @Override
    public List<Difference> differences(Tenant tenant, JsonNode before, JsonNode section, UnitOfWork unit) {
        ProgramHistory history = published.in(unit);
        Optional<PublishedVersion> newest = history.newest();
        Optional<Program> inForce = newest.map(version -> ProgramDocument.read(version.version(), version.document()));
        FilePolicy.Outcome outcome = outcome(tenant, section, history, inForce);
        FirstDay first = FirstDay.of(tenant, section, history);
        Program next = outcome.values().program(NEXT, first.day());
        List<Difference> said = new ArrayList<>(said(ProgramDifference.between(inForce, next)));
        newest.filter(version -> !version.validFrom().equals(next.validFrom()))
                .ifPresent(version -> said.addAll(WORDS.between(
                        "program.validFrom",
                        TextNode.valueOf(version.validFrom().toString()),
                        TextNode.valueOf(next.validFrom().toString()))));
        ElementValues stands = ElementValues.of(inForce);
        outcome.kept()
                .forEach(element -> said.add(new Difference(Difference.Act.KEPT, language -> Phrase.of(
                                "decided-in-the-browser", sentence(language).name(element, stands.value(element)))
                        .text(language))));
        outcome.inTheWay()
                .forEach(rule ->
                        said.add(refused(new Refusal(RefusalCode.PROGRAM_RULE_IN_THE_WAY, "rule", rule.part()))));
        if (isAnother(next, inForce)) {
            first.refusal().ifPresent(refusal -> said.add(refused(refusal)));
        }
        return said;
    }

    /** Nothing of the section is applied for this reason. */
    private static Difference refused(Refusal why) {
        return new Difference(Difference.Act.KEPT, why::sentence);
    }

    private static boolean isAnother(Program next, Optional<Program> inForce) {
        String document = ProgramDocument.canonicalText(next);
        return inForce.map(ProgramDocument::canonicalText)
                .filter(document::equals)
                .isEmpty();
    }

    private static List<Difference> said(ProgramDifference difference) {
        return difference.changes().stream()
                .map(change ->
                        new Difference(Difference.Act.valueOf(change.act().name()), language -> said(change, language)))
                .toList();
    }

    /** With what it takes from members: a file gives them no notice. */
    private static String said(Change change, Locale language) {
        DifferenceSentence sentence = sentence(language);
        String said = sentence.of(change, Optional.empty());
        return change.isWorse()
                ? sentence.why(change).map(why -> said + " – " + why).orElse(said)
                : said;
    }

    private static DifferenceSentence sentence(Locale language) {
        return new DifferenceSentence(WORDS.title("points", language), language);
    }

    private static LocalDate firstDay(JsonNode section) {
        return LocalDate.parse(section.path("validFrom").asText());
    }

    private static FilePolicy.Outcome outcome(
            Tenant tenant, JsonNode section, ProgramHistory history, Optional<Program> inForce) {
        Set<String> currencies =
                tenant.currencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toSet());
        // Before the first version, and after the last one was cancelled, there is nothing that could stay.
        Set<ProgramElement> ownedByBrowser = inForce.isPresent() ? history.ownedByBrowser() : Set.of();
        return new FilePolicy(ownedByBrowser, currencies).of(ElementValues.of(inForce), ProgramDocument.said(section));
    }

    @Override
    public void apply(Tenant tenant, JsonNode section, UnitOfWork unit) {
        applyAndTell(tenant, section, unit);
    }

    /** Decides what files own. What the browser owns stays, and so does a rule that the file leaves out. */
    @Override
    public List<Phrase> applyAndTell(Tenant tenant, JsonNode section, UnitOfWork unit) {
        ProgramHistory history = published.in(unit);
        history.oneAfterTheOther();
        Optional<PublishedVersion> newest = history.newest();
        Optional<Program> inForce = newest.map(version -> ProgramDocument.read(version.version(), version.document()));
        FilePolicy.Outcome outcome = outcome(tenant, section, history, inForce);
        outcome.inTheWay().stream().findFirst().ifPresent(rule -> {
            throw new Refusal(RefusalCode.PROGRAM_RULE_IN_THE_WAY, "rule", rule.part());
        });
        FirstDay first = FirstDay.of(tenant, section, history);
        Program next = outcome.values().program(history.newestVersion() + 1, first.day());
        List<Phrase> notes = new ArrayList<>();
        outcome.kept().forEach(element -> notes.add(Phrase.of("decided-in-the-browser", element.id())));
        if (isAnother(next, inForce)) {
            first.refusal().ifPresent(refusal -> {
                throw refusal;
            });
            history.publish(next.version(), first.day(), ProgramDocument.canonicalText(next), Origin.OF_A_FILE);
            unit.afterCommit(() -> programs.forget(tenant.id()));
            ProgramDifference.between(inForce, next).changes().stream()
                    .filter(Change::isWorse)
                    .forEach(change -> notes.add(
                            Phrase.of("worse-without-notice", change.element().id(), first.day())));
        }
        return notes;
    }

    /**
     * Of what a file would publish. What the browser decided holds for no day before it was decided, though a file's first day may lie in the past.
     *
     * @param refusal why it cannot be: behind a newer version that begins earlier, what the browser planned would never be valid
     */
    private record FirstDay(LocalDate day, Optional<Refusal> refusal) {

        static FirstDay of(Tenant tenant, JsonNode section, ProgramHistory history) {
            LocalDate wanted = firstDay(section);
            LocalDate today = LocalDate.ofInstant(history.now(), tenant.zone());
            Optional<PublishedVersion> later = history.all().stream()
                    .filter(version -> version.origin().source() == Owner.BROWSER && !version.isCancelled())
                    .max(Comparator.comparing(PublishedVersion::validFrom))
                    .filter(version -> wanted.isBefore(version.validFrom()));
            return new FirstDay(
                    later.map(PublishedVersion::validFrom).orElse(wanted),
                    later.filter(version -> version.validFrom().isAfter(today))
                            .map(version -> new Refusal(
                                    RefusalCode.PROGRAM_VERSION_PLANNED,
                                    "version",
                                    version.version(),
                                    "firstDay",
                                    version.validFrom())));
        }
    }

    private static void checkDate(JsonNode section, List<Mistake> mistakes) {
        try {
            LocalDate.parse(section.path("validFrom").asText());
        } catch (DateTimeException e) {
            mistakes.add(new Mistake("/validFrom", "a date of the calendar, such as 2026-01-31"));
        }
    }

    private static void checkBaseRates(JsonNode section, Set<String> tenantCurrencies, List<Mistake> mistakes) {
        JsonNode baseRates = section.path("pointsPerUnit");
        checkCurrencies(baseRates, "/pointsPerUnit", tenantCurrencies, mistakes);
        for (String currency : tenantCurrencies) {
            if (!baseRates.has(currency)) {
                mistakes.add(new Mistake("/pointsPerUnit", "a base rate for the tenant's currency " + currency));
            }
        }
    }

    private static void checkCurrencies(
            JsonNode byCurrency, String pointer, Set<String> tenantCurrencies, List<Mistake> mistakes) {
        byCurrency.fieldNames().forEachRemaining(code -> {
            boolean isCurrency = Currency.getAvailableCurrencies().stream()
                    .anyMatch(currency -> currency.getCurrencyCode().equals(code));
            if (!isCurrency || !tenantCurrencies.contains(code)) {
                mistakes.add(new Mistake(pointer + '/' + code, "one of the tenant's currencies " + tenantCurrencies));
            }
        });
    }

    /** The largest sale at the highest rate must still be points: a million million. */
    private static void checkLargestEarning(JsonNode section, List<Mistake> mistakes) {
        Map<String, BigDecimal> highest = new HashMap<>();
        section.path("pointsPerUnit").properties().forEach(rate -> raise(highest, rate));
        section.path("categoryRates")
                .forEach(rules -> rules.path("pointsPerUnit").properties().forEach(rate -> raise(highest, rate)));
        highest.forEach((code, rate) -> {
            BigDecimal largest = section.path("largestAmount").has(code)
                    ? number(section.path("largestAmount").path(code))
                    : usualLargest(code);
            if (rate.multiply(largest).compareTo(BigDecimal.valueOf(Points.MAX)) > 0) {
                mistakes.add(new Mistake(
                        "/pointsPerUnit",
                        "rates by which a sale of " + largest.toPlainString() + ' ' + code
                                + ", the largest that is taken, earns at most " + Points.MAX
                                + " points; lower them, or largestAmount"));
            }
        });
    }

    /** Points that run out before anybody may spend them are none. */
    private static void checkPendingDays(JsonNode section, List<Mistake> mistakes) {
        int shortestMonth = 28;
        int most = section.path("expiryMonths").asInt() * shortestMonth;
        if (section.path("pendingDays").asInt() >= most) {
            mistakes.add(new Mistake("/pendingDays", "fewer days than the " + most + " that points live at least"));
        }
    }

    private static void raise(Map<String, BigDecimal> highest, Map.Entry<String, JsonNode> rate) {
        highest.merge(rate.getKey(), number(rate.getValue()), BigDecimal::max);
    }

    /** What is no number, or no currency, is another mistake. */
    private static BigDecimal number(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : BigDecimal.ZERO;
    }

    private static BigDecimal usualLargest(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst()
                .map(LargestAmount::usual)
                .orElse(BigDecimal.ZERO);
    }

    private static void checkCategoryRates(
            JsonNode categoryRates, Set<String> tenantCurrencies, List<Mistake> mistakes) {
        Set<String> rules = new HashSet<>();
        Set<String> categories = new HashSet<>();
        for (int i = 0; i < categoryRates.size(); i++) {
            JsonNode rate = categoryRates.get(i);
            String pointer = "/categoryRates/" + i;
            if (ProgramDocument.isRemoved(rate) && rules.add(rate.path("rule").asText())) {
                continue;
            }
            if (!rules.add(rate.path("rule").asText())) {
                mistakes.add(new Mistake(pointer + "/rule", "a rule's id that no other rule of this program has"));
            }
            if (!categories.add(CategoryPolicy.key(rate.path("category").asText()))) {
                mistakes.add(new Mistake(pointer + "/category", "a category that no other rule of this program has"));
            }
            checkCurrencies(rate.path("pointsPerUnit"), pointer + "/pointsPerUnit", tenantCurrencies, mistakes);
        }
    }
}
