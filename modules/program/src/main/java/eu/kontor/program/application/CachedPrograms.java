package eu.kontor.program.application;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.api.UsualCondition;
import eu.kontor.program.domain.CategoryPolicy;
import eu.kontor.program.domain.ConditionForm;
import eu.kontor.program.domain.EarningPolicy;
import eu.kontor.program.domain.EarningPolicy.Sold;
import eu.kontor.program.domain.EarningSentence;
import eu.kontor.program.domain.ProgramHistory.PublishedVersion;
import eu.kontor.program.domain.PromotionIndex;
import eu.kontor.program.domain.PromotionSentence;
import eu.kontor.program.domain.RatePolicy;
import eu.kontor.program.domain.RedemptionValuePolicy;
import eu.kontor.program.domain.ValidityPolicy;
import eu.kontor.program.persistence.PublishedPrograms;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Programs from memory. Ask outside of a transaction: the first question for a tenant reads its schema under its role. */
@Service
public class CachedPrograms implements Programs {

    /**
     * How long another node may evaluate by a program that was replaced elsewhere. The publishing node forgets at once;
     * one small query per tenant and span is what it costs.
     */
    static final Duration FRESH_FOR = Duration.ofSeconds(10);

    /** Far above any real number of tenants on one node. */
    private static final int MOST_TENANTS = 10_000;

    private final EarningPolicy earning = new EarningPolicy();
    private final EarningSentence sentences = new EarningSentence();
    private final RedemptionValuePolicy redemptionValue = new RedemptionValuePolicy();
    private final ValidityPolicy validity = new ValidityPolicy();
    private final LoadingCache<TenantId, Published> published;

    /** By identity: a program that is read again is another one, and its days begin anew. */
    private final LoadingCache<Program, PromotionIndex> promotions = Caffeine.newBuilder()
            .weakKeys()
            .executor(Runnable::run)
            .build(program -> PromotionIndex.of(program.promotions(), CelConditions.LANGUAGE));

    @Inject
    public CachedPrograms(Transactions transactions, PublishedPrograms published) {
        this.published = Caffeine.newBuilder()
                .maximumSize(MOST_TENANTS)
                .expireAfterWrite(FRESH_FOR)
                .executor(Runnable::run)
                .build(tenant -> transactions.asTenant(
                        tenant, unit -> Published.of(published.in(unit).all())));
    }

    /** Called where a version is published; the next question reads again. */
    void forget(TenantId tenant) {
        published.invalidate(tenant);
    }

    @Override
    public Program validOn(TenantId tenant, LocalDate businessDate) {
        return validity.validOn(versions(tenant), businessDate)
                .orElseThrow(() -> new Refusal(RefusalCode.PROGRAM_NOT_PUBLISHED, "date", businessDate));
    }

    @Override
    public Program version(TenantId tenant, int version) {
        return published.get(tenant).all().stream()
                .filter(program -> program.version() == version)
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(RefusalCode.PROGRAM_NOT_PUBLISHED, "date", Phrase.of("version", version)));
    }

    @Override
    public List<Program> versions(TenantId tenant) {
        return published.get(tenant).valid();
    }

    /**
     * @param all the newest first; what was cancelled may have been posted by in the seconds before every node knew
     * @param valid without those that were cancelled
     */
    private record Published(List<Program> all, List<Program> valid) {

        static Published of(List<PublishedVersion> versions) {
            return new Published(
                    versions.stream().map(Published::program).toList(),
                    versions.stream()
                            .filter(version -> !version.isCancelled())
                            .map(Published::program)
                            .toList());
        }

        private static Program program(PublishedVersion version) {
            return ProgramDocument.read(version.version(), version.document());
        }
    }

    @Override
    public Earning evaluate(
            Program program, Optional<Earner> earner, List<EarningLine> lines, MoneyAmount paid, Occasion occasion) {
        return program.promotions().isEmpty()
                ? earning.evaluate(program, lines, paid)
                : earning.evaluate(program, promotions.get(program), new Sold(earner, lines, paid, occasion));
    }

    @Override
    public Earning base(Program program, List<EarningLine> lines, MoneyAmount paid) {
        return earning.evaluate(program, lines, paid);
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
    public List<String> unknownCategories(Program program, List<EarningLine> lines) {
        return CategoryPolicy.unknown(program, lines);
    }

    @Override
    public Map<String, String> ruleName(Program program, String rule) {
        return RatePolicy.nameOf(program, rule);
    }

    @Override
    public String sentence(Earning earned, String pointsName, Locale language) {
        return sentences.of(earned, pointsName, language);
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

    @Override
    public MoneyAmount redemptionValue(Program program, Points points, Currency currency) {
        return redemptionValue.value(program, points, currency);
    }
}
