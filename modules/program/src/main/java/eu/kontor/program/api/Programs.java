package eu.kontor.program.api;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds and evaluates programs; answers from memory, posts nothing. */
public interface Programs {

    /** @throws eu.kontor.kernel.Refusal {@code PROGRAM_NOT_PUBLISHED} */
    Program validOn(TenantId tenant, LocalDate businessDate);

    /** @throws eu.kontor.kernel.Refusal {@code PROGRAM_NOT_PUBLISHED} when there is no such version */
    Program version(TenantId tenant, int version);

    /** Newest first. */
    List<Program> versions(TenantId tenant);

    /**
     * What the lines earn and why. Pure and in memory: the same input gives the same answer for ever.
     *
     * @param earner who earns; empty while no card was shown, as for a calculation
     * @param paid for all lines together
     */
    Earning evaluate(
            Program program, Optional<Earner> earner, List<EarningLine> lines, MoneyAmount paid, Occasion occasion);

    /** What lines earn by the base alone, whatever is promoted. */
    Earning base(Program program, List<EarningLine> lines, MoneyAmount paid);

    /** Why a promotion gave nothing, for example: "only on Mondays and Tuesdays". */
    String whyNot(Earning.Passed passed, Locale language);

    /** What a promotion says, for example: "When a guest buys bread on Mondays, give 2 × points." */
    String sentence(Promotion promotion, String pointsName, Locale language);

    /**
     * Categories of the lines that the program does not know, as they were sent and each once: no rate names them, and the brand did
     * not list them. A program that names no category knows them all.
     */
    List<String> unknownCategories(Program program, List<EarningLine> lines);

    /** A rule's name by language, for earnings that were stored with the rule's id. */
    Map<String, String> ruleName(Program program, String rule);

    /**
     * The reason for a person, for example: "120 Ronda points: 10 per EUR on 12.00 EUR (base rate); program version 3."
     */
    String sentence(Earning earning, String pointsName, Locale language);

    /** A condition as a form shows it. */
    UsualCondition condition(String when);

    /** The expression that says what a form shows. */
    String expression(UsualCondition condition);

    /** What is wrong with an expression, with its place; empty for one that can be kept. */
    Optional<String> mistake(String when, Locale language);

    /** What so many points pay at the till, rounded down to the currency's decimals. */
    MoneyAmount redemptionValue(Program program, Points points, Currency currency);

    /**
     * What an evaluation may know of the member who earns.
     *
     * @param tier at the program's tenant
     * @param isFirstVisit whether the member becomes one of the tenant's by this purchase
     */
    record Earner(MemberId member, String tier, boolean isFirstVisit) {

        /** Who was here before. */
        public Earner(MemberId member, String tier) {
            this(member, tier, false);
        }
    }

    /**
     * Where and when something is bought.
     *
     * @param outlet its code
     * @param time there; empty where the till does not say
     */
    record Occasion(String outlet, LocalDate date, Optional<LocalTime> time) {}

    /**
     * @param category empty text when the till sent none
     * @param amount its share of what was to be paid; negative for a discount
     * @param net the same without tax and {@code gross} with it, where the till sent them
     * @param quantity how many of it
     */
    record EarningLine(
            String category,
            LineKind kind,
            MoneyAmount amount,
            Optional<MoneyAmount> net,
            Optional<MoneyAmount> gross,
            BigDecimal quantity) {

        /** One of it. */
        public EarningLine(
                String category,
                LineKind kind,
                MoneyAmount amount,
                Optional<MoneyAmount> net,
                Optional<MoneyAmount> gross) {
            this(category, kind, amount, net, gross, BigDecimal.ONE);
        }
    }
}
