package eu.kontor.program.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.Points;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.Basis;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.Program.Counting;
import eu.kontor.program.api.Program.Expiry;
import eu.kontor.program.api.Program.PointsRounding;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.program.domain.ElementValues;
import eu.kontor.program.domain.FilePolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The {@code program} section of a tenant's file and its canonical text: keys in one order, numbers without trailing
 * zeros, so that two sections that mean the same have the same text.
 */
final class ProgramDocument {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final String CATEGORY_RATES = "categoryRates";
    private static final String EARNS_NOTHING = "earnsNothing";
    private static final String EARNS_ON = "earnsOn";
    private static final String CATEGORIES = "categories";
    private static final String LARGEST_AMOUNT = "largestAmount";
    private static final String MOST_PAID_WITH_POINTS = "mostPaidWithPoints";
    private static final String PENDING_DAYS = "pendingDays";

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** By which keys of the section an element of a kind is named that a file may leave to its default. */
    private static final Map<Kind, List<String>> NAMED_BY = Map.of(
            Kind.EARNS_NOTHING, List.of(EARNS_NOTHING),
            Kind.EARNS_ON, List.of(EARNS_ON),
            Kind.CATEGORIES, List.of(CATEGORIES),
            Kind.LARGEST_AMOUNT, List.of(LARGEST_AMOUNT),
            Kind.ROUNDING, List.of("rounding"),
            Kind.EXPIRY, List.of("expiryMonths", "expiry"),
            Kind.PENDING_DAYS, List.of(PENDING_DAYS),
            Kind.MINIMUM_REDEMPTION, List.of("minimumRedemption"),
            Kind.MOST_PAID_WITH_POINTS, List.of(MOST_PAID_WITH_POINTS));

    private ProgramDocument() {}

    /** @param section valid by {@code program.schema.json} */
    static Program read(int version, JsonNode section) {
        List<CategoryRate> categoryRates = new ArrayList<>();
        for (JsonNode rate : section.path(CATEGORY_RATES)) {
            if (isRemoved(rate)) {
                continue;
            }
            categoryRates.add(new CategoryRate(
                    rate.get("rule").asText(),
                    rate.get("category").asText(),
                    texts(rate.get("name")),
                    rates(rate.get("pointsPerUnit"))));
        }
        return new Program(
                version,
                LocalDate.parse(section.get("validFrom").asText()),
                rates(section.get("pointsPerUnit")),
                List.copyOf(categoryRates),
                PointsRounding.valueOf(constant(section.get("rounding").asText())),
                section.get("expiryMonths").intValue(),
                Expiry.valueOf(constant(section.path("expiry").asText(word(Expiry.INACTIVITY)))),
                rates(section.get("valuePerPoint")),
                Points.of(section.get("minimumRedemption").longValue()),
                ProtectionDocument.read(section),
                counting(section),
                PromotionDocument.read(section));
    }

    /** A rule that a file marks: {@code rule: good-wine, remove: true}. */
    static boolean isRemoved(JsonNode rate) {
        return rate.path("remove").asBoolean(false);
    }

    /** What a file says of the program in force: its values, what it names itself, and what it marks as removed. */
    static FilePolicy.Said said(JsonNode section) {
        Set<Kind> named = EnumSet.noneOf(Kind.class);
        NAMED_BY.forEach((kind, keys) -> {
            if (keys.stream().anyMatch(section::has)) {
                named.add(kind);
            }
        });
        ProtectionDocument.named(section).forEach(named::add);
        Set<ProgramElement> removed = PromotionDocument.removed(section);
        section.path(CATEGORY_RATES).forEach(rate -> {
            if (isRemoved(rate)) {
                removed.add(
                        new ProgramElement(Kind.CATEGORY_RATE, rate.path("rule").asText()));
            }
        });
        return new FilePolicy.Said(ElementValues.of(read(0, section)), named, removed);
    }

    /** The section of a file that says the same: numbers as numbers, and only what is not usual. */
    static ObjectNode section(Program program) {
        try {
            return (ObjectNode) withNumbers(JSON.readTree(canonicalText(program)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the program's own text is not readable", e);
        }
    }

    /** Canonical text has decimals as texts, under the codes of currencies, as the share that points may pay and as a promotion's factor. */
    private static JsonNode withNumbers(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(each -> {
                boolean isDecimal = each.getKey().equals(MOST_PAID_WITH_POINTS)
                        || each.getKey().equals(PromotionDocument.TIMES)
                        || CURRENCY.matcher(each.getKey()).matches();
                object.set(
                        each.getKey(),
                        isDecimal && each.getValue().isTextual()
                                ? number(decimal(each.getValue()))
                                : withNumbers(each.getValue()));
            });
        } else if (node instanceof ArrayNode list) {
            list.forEach(ProgramDocument::withNumbers);
        }
        return node;
    }

    private static JsonNode number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= 0 ? LongNode.valueOf(plain.longValueExact()) : DecimalNode.valueOf(plain);
    }

    private static Counting counting(JsonNode section) {
        JsonNode kinds = section.path(EARNS_NOTHING);
        Set<LineKind> earnsNothing = EnumSet.noneOf(LineKind.class);
        kinds.forEach(kind -> earnsNothing.add(LineKind.valueOf(constant(kind.asText()))));
        List<String> categories = new ArrayList<>();
        section.path(CATEGORIES).forEach(category -> categories.add(category.asText()));
        return new Counting(
                kinds.isMissingNode() ? Counting.EARNS_NOTHING : Set.copyOf(earnsNothing),
                Basis.valueOf(constant(section.path(EARNS_ON).asText(word(Basis.PAID)))),
                List.copyOf(categories),
                section.path(LARGEST_AMOUNT).isObject() ? rates(section.path(LARGEST_AMOUNT)) : Map.of(),
                plain(new BigDecimal(section.path(MOST_PAID_WITH_POINTS).asText("1"))),
                section.path(PENDING_DAYS).asInt(0));
    }

    static Program read(int version, String canonicalText) {
        try {
            return read(version, JSON.readTree(canonicalText));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("program version " + version + " is not readable", e);
        }
    }

    static String canonicalText(Program program) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("validFrom", program.validFrom().toString());
        document.set("pointsPerUnit", ratesNode(program.pointsPerUnit()));
        ArrayNode categoryRates = document.putArray(CATEGORY_RATES);
        for (CategoryRate rate : program.categoryRates()) {
            ObjectNode node = categoryRates.addObject();
            node.put("rule", rate.rule());
            node.put("category", rate.category());
            ObjectNode name = node.putObject("name");
            new TreeMap<>(rate.name()).forEach(name::put);
            node.set("pointsPerUnit", ratesNode(rate.pointsPerUnit()));
        }
        document.put("rounding", word(program.rounding()));
        document.put("expiryMonths", program.expiryMonths());
        document.put("expiry", word(program.expiry()));
        document.set("valuePerPoint", ratesNode(program.valuePerPoint()));
        document.put("minimumRedemption", program.minimumRedemption().value());
        ProtectionDocument.write(document, program.protection());
        writeCounting(document, program.counting());
        PromotionDocument.write(document, program.promotions());
        return document.toString();
    }

    /** Only what is not usual: a program of before there was a choice keeps its text, and is not published once more. */
    private static void writeCounting(ObjectNode document, Counting counting) {
        if (!counting.earnsNothing().equals(Counting.EARNS_NOTHING)) {
            ArrayNode kinds = document.putArray(EARNS_NOTHING);
            counting.earnsNothing().stream().sorted().map(LineKind::word).forEach(kinds::add);
        }
        if (counting.basis() != Basis.PAID) {
            document.put(EARNS_ON, word(counting.basis()));
        }
        if (!counting.categories().isEmpty()) {
            ArrayNode categories = document.putArray(CATEGORIES);
            counting.categories().forEach(categories::add);
        }
        if (!counting.largestAmount().isEmpty()) {
            document.set(LARGEST_AMOUNT, ratesNode(counting.largestAmount()));
        }
        if (counting.mostPaidWithPoints().compareTo(BigDecimal.ONE) != 0) {
            document.put(
                    MOST_PAID_WITH_POINTS, plain(counting.mostPaidWithPoints()).toPlainString());
        }
        if (counting.pendingDays() > 0) {
            document.put(PENDING_DAYS, counting.pendingDays());
        }
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Decimals as written: a JSON number that was read as a double would carry binary dust into every posting. */
    private static BigDecimal decimal(JsonNode number) {
        return new BigDecimal(number.asText());
    }

    static Map<Currency, BigDecimal> rates(JsonNode byCurrency) {
        Map<Currency, BigDecimal> rates = new LinkedHashMap<>();
        byCurrency
                .properties()
                .forEach(rate -> rates.put(Currency.getInstance(rate.getKey()), decimal(rate.getValue())));
        return Map.copyOf(rates);
    }

    static Map<String, String> texts(JsonNode byLanguage) {
        Map<String, String> texts = new LinkedHashMap<>();
        byLanguage
                .properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        return Map.copyOf(texts);
    }

    static ObjectNode ratesNode(Map<Currency, BigDecimal> rates) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Map<String, BigDecimal> byCode = new TreeMap<>();
        rates.forEach((currency, rate) -> byCode.put(currency.getCurrencyCode(), plain(rate)));
        byCode.forEach((code, rate) -> node.put(code, rate.toPlainString()));
        return node;
    }

    static BigDecimal plain(BigDecimal rate) {
        return rate.signum() == 0 ? BigDecimal.ZERO : rate.stripTrailingZeros();
    }
}
