package eu.kontor.portal.preview;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.api.UsualCondition;
import eu.kontor.program.application.CelConditions;
import eu.kontor.program.domain.ConditionForm;
import eu.kontor.program.domain.EarningPolicy;
import eu.kontor.program.domain.EarningPolicy.Sold;
import eu.kontor.program.domain.EarningSentence;
import eu.kontor.program.domain.PromotionIndex;
import eu.kontor.program.domain.PromotionSentence;
import eu.kontor.tenancy.api.Protection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Two points per euro, three for coffee; a point pays a cent. */
@ApplicationScoped
public class FakePrograms implements Programs {

    private static final Map<String, String> BASE = Map.of("en", "base rate", "es", "tasa básica", "zh", "基础积分");
    private static final Map<String, String> COFFEE = Map.of("en", "coffee", "es", "café", "zh", "咖啡");

    private static final Program PROGRAM = new Program(
            3,
            LocalDate.of(2026, 1, 1),
            Map.of(PreviewWorld.EUR, BigDecimal.TWO, PreviewWorld.USD, BigDecimal.TWO),
            List.of(new Program.CategoryRate(
                    "coffee", "coffee", COFFEE, Map.of(PreviewWorld.EUR, new BigDecimal("3")))),
            Program.PointsRounding.DOWN,
            18,
            Program.Expiry.INACTIVITY,
            Map.of(PreviewWorld.EUR, new BigDecimal("0.01"), PreviewWorld.USD, new BigDecimal("0.01")),
            Points.of(200),
            Protection.OF_A_BRAND,
            Program.Counting.DEFAULT);

    private final Map<TenantId, List<Program>> published = new ConcurrentHashMap<>();

    /** What was drafted, approved and published in the preview. */
    void publish(TenantId tenant, Program program) {
        published.computeIfAbsent(tenant, none -> new CopyOnWriteArrayList<>()).addFirst(program);
    }

    @Override
    public Program validOn(TenantId tenant, LocalDate businessDate) {
        return versions(tenant).stream()
                .filter(program -> !program.validFrom().isAfter(businessDate))
                .findFirst()
                .orElse(PROGRAM);
    }

    @Override
    public Program version(TenantId tenant, int version) {
        return versions(tenant).stream()
                .filter(program -> program.version() == version)
                .findFirst()
                .orElse(PROGRAM);
    }

    @Override
    public List<Program> versions(TenantId tenant) {
        List<Program> own = tenant == null ? List.of() : published.getOrDefault(tenant, List.of());
        return Stream.concat(own.stream(), Stream.of(PROGRAM)).toList();
    }

    @Override
    public Map<String, String> ruleName(Program program, String rule) {
        return "coffee".equals(rule) ? COFFEE : BASE;
    }

    @Override
    public Earning evaluate(
            Program program, Optional<Earner> earner, List<EarningLine> lines, MoneyAmount paid, Occasion occasion) {
        if (program != null && program != PROGRAM) {
            return new EarningPolicy()
                    .evaluate(
                            program,
                            PromotionIndex.of(program.promotions(), CelConditions.LANGUAGE),
                            new Sold(earner, lines, paid, occasion));
        }
        return base(program, lines, paid);
    }

    @Override
    public Earning base(Program program, List<EarningLine> lines, MoneyAmount paid) {
        List<Earning.Part> parts = lines.stream().map(FakePrograms::part).toList();
        BigDecimal exact = parts.stream().map(Earning.Part::exactPoints).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Earning(Points.of(exact.setScale(0, RoundingMode.DOWN).longValueExact()), 3, parts);
    }

    @Override
    public String whyNot(Earning.Passed passed, Locale language) {
        return new PromotionSentence("", language).whyNot(passed);
    }

    @Override
    public String sentence(Promotion promotion, String pointsName, Locale language) {
        return new PromotionSentence(pointsName, language).of(promotion);
    }

    @Override
    public UsualCondition condition(String when) {
        return ConditionForm.read(when);
    }

    @Override
    public String expression(UsualCondition condition) {
        return ConditionForm.write(condition);
    }

    @Override
    public Optional<String> mistake(String when, Locale language) {
        return when.isBlank()
                ? Optional.empty()
                : CelConditions.LANGUAGE.mistake(when).map(found -> found.phrase()
                        .text(language));
    }

    private static Earning.Part part(EarningLine line) {
        boolean coffee = "coffee".equals(line.category());
        BigDecimal rate = coffee ? new BigDecimal("3") : BigDecimal.TWO;
        return new Earning.Part(
                coffee ? "coffee" : "base",
                coffee ? COFFEE : BASE,
                line.amount(),
                rate,
                line.amount().amount().multiply(rate));
    }

    @Override
    public List<String> unknownCategories(Program program, List<EarningLine> lines) {
        return List.of();
    }

    @Override
    public String sentence(Earning earning, String pointsName, Locale language) {
        if (!earning.promoted().isEmpty()) {
            return new EarningSentence().of(earning, pointsName, language);
        }
        Earning.Part part = earning.parts().getFirst();
        return earning.points() + " " + pointsName + ": " + part.pointsPerUnit() + " × "
                + part.basis().amount() + " " + part.basis().currency() + " ("
                + part.ruleName().get(language.getLanguage()) + ").";
    }

    @Override
    public MoneyAmount redemptionValue(Program program, Points points, Currency currency) {
        return new MoneyAmount(
                BigDecimal.valueOf(points.value())
                        .multiply(new BigDecimal("0.01"))
                        .setScale(2, RoundingMode.DOWN),
                currency);
    }
}
