package eu.kontor.portal.program;

import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.program.api.Program;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A program in sentences that a person reads without knowing its file. */
public final class ProgramWords {

    private ProgramWords() {}

    public static List<String> of(Program program, Wording wording) {
        List<String> sentences = new ArrayList<>();
        sorted(program.pointsPerUnit())
                .forEach(rate -> sentences.add(Texts.of(
                        "tenants.program.perUnit",
                        wording.language(),
                        number(rate.getValue(), wording),
                        wording.pointsName(),
                        rate.getKey().getCurrencyCode())));
        for (Program.CategoryRate category : program.categoryRates()) {
            String name = category.name()
                    .getOrDefault(
                            wording.language().getLanguage(), category.name().getOrDefault("en", category.category()));
            sorted(category.pointsPerUnit())
                    .forEach(rate -> sentences.add(Texts.of(
                            "tenants.program.category",
                            wording.language(),
                            number(rate.getValue(), wording),
                            wording.pointsName(),
                            rate.getKey().getCurrencyCode(),
                            name)));
        }
        sorted(program.valuePerPoint())
                .forEach(value -> sentences.add(Texts.of(
                        "tenants.program.value",
                        wording.language(),
                        wording.formats().money(plain(value.getValue()), value.getKey()))));
        sentences.add(Texts.of(
                "tenants.program.minimum",
                wording.language(),
                wording.formats().points(program.minimumRedemption()),
                wording.pointsName()));
        sentences.add(
                Texts.of("tenants.program.expiry." + program.expiry(), wording.language(), program.expiryMonths()));
        if (program.counting().pendingDays() > 0) {
            sentences.add(
                    Texts.counted("program.guest.pending", program.counting().pendingDays(), wording.language()));
        }
        BigDecimal most = program.counting().mostPaidWithPoints();
        if (most.compareTo(BigDecimal.ONE) < 0) {
            sentences.add(
                    Texts.of("program.guest.mostPaid", wording.language(), number(most.movePointRight(2), wording)));
        }
        if (!program.counting().earnsNothing().isEmpty()) {
            sentences.add(Texts.of(
                    "program.guest.earnsNothing",
                    wording.language(),
                    program.counting().earnsNothing().stream()
                            .sorted()
                            .map(kind -> Texts.of("program.kind." + kind, wording.language()))
                            .collect(Collectors.joining(Texts.of("program.comma", wording.language())))));
        }
        sentences.add(Texts.of("program.guest.rounding." + program.rounding(), wording.language()));
        return sentences;
    }

    private static List<Map.Entry<Currency, BigDecimal>> sorted(Map<Currency, BigDecimal> rates) {
        return rates.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().getCurrencyCode()))
                .toList();
    }

    /** With the decimals it has and no zeros that say nothing. */
    private static String number(BigDecimal rate, Wording wording) {
        return wording.formats().amount(plain(rate));
    }

    private static BigDecimal plain(BigDecimal rate) {
        BigDecimal stripped = rate.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
