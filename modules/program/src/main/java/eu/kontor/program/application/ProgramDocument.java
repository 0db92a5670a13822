package eu.kontor.program.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.Points;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.Basis;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.Program.Counting;
import eu.kontor.program.api.Program.Expiry;
import eu.kontor.program.api.Program.PointsRounding;
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

/**
 * The {@code program} section of a tenant's file and its canonical text: keys in one order, numbers without trailing
 * zeros, so that two sections that mean the same have the same text.
 */
final class ProgramDocument {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final String EARNS_NOTHING = "earnsNothing";
    private static final String EARNS_ON = "earnsOn";
    private static final String CATEGORIES = "categories";
    private static final String LARGEST_AMOUNT = "largestAmount";
    private static final String MOST_PAID_WITH_POINTS = "mostPaidWithPoints";
    private static final String PENDING_DAYS = "pendingDays";

    private ProgramDocument() {}

    /** @param section valid by {@code program.schema.json} */
    static Program read(int version, JsonNode section) {
        List<CategoryRate> categoryRates = new ArrayList<>();
        for (JsonNode rate : section.path("categoryRates")) {
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
                counting(section));
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
        ArrayNode categoryRates = document.putArray("categoryRates");
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

    private static Map<Currency, BigDecimal> rates(JsonNode byCurrency) {
        Map<Currency, BigDecimal> rates = new LinkedHashMap<>();
        byCurrency
                .properties()
                .forEach(rate -> rates.put(Currency.getInstance(rate.getKey()), decimal(rate.getValue())));
        return Map.copyOf(rates);
    }

    private static Map<String, String> texts(JsonNode byLanguage) {
        Map<String, String> texts = new LinkedHashMap<>();
        byLanguage
                .properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        return Map.copyOf(texts);
    }

    private static ObjectNode ratesNode(Map<Currency, BigDecimal> rates) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Map<String, BigDecimal> byCode = new TreeMap<>();
        rates.forEach((currency, rate) -> byCode.put(currency.getCurrencyCode(), plain(rate)));
        byCode.forEach((code, rate) -> node.put(code, rate.toPlainString()));
        return node;
    }

    private static BigDecimal plain(BigDecimal rate) {
        return rate.signum() == 0 ? BigDecimal.ZERO : rate.stripTrailingZeros();
    }
}
