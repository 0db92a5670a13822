package eu.kontor.program.api;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import java.time.LocalDate;
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
     */
    Earning evaluate(Program program, Optional<Earner> earner, List<EarningLine> lines, Currency currency);

    /** A rule's name by language, for earnings that were stored with the rule's id. */
    Map<String, String> ruleName(Program program, String rule);

    /**
     * The reason for a person, for example: "120 Ronda points: 10 per EUR on 12.00 EUR (base rate); program version 3."
     */
    String sentence(Earning earning, String pointsName, Locale language);

    /** What so many points pay at the till, rounded down to the currency's decimals. */
    MoneyAmount redemptionValue(Program program, Points points, Currency currency);

    /**
     * What an evaluation may know of the member who earns.
     *
     * @param tier at the program's tenant
     */
    record Earner(MemberId member, String tier) {}

    /** @param category empty text when the till sent none */
    record EarningLine(String category, MoneyAmount amount) {}
}
