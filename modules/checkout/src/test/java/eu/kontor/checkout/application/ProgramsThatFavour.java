package eu.kontor.checkout.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.api.UsualCondition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Real programs, but one member earns one point more. */
final class ProgramsThatFavour implements Programs {

    private final List<Optional<Earner>> earners = Collections.synchronizedList(new ArrayList<>());
    private Programs real;
    private MemberId favoured;

    Programs over(Programs programs) {
        real = programs;
        return this;
    }

    void favour(MemberId member) {
        favoured = member;
    }

    /** Who was evaluated for, in that order. */
    List<Optional<Earner>> earners() {
        return earners;
    }

    @Override
    public Earning evaluate(
            Program program, Optional<Earner> earner, List<EarningLine> lines, MoneyAmount paid, Occasion occasion) {
        earners.add(earner);
        Earning earning = real.evaluate(program, earner, lines, paid, occasion);
        boolean isFavoured = earner.map(Earner::member)
                .filter(member -> member.equals(favoured))
                .isPresent();
        return isFavoured
                ? new Earning(earning.points().plus(Points.of(1)), earning.programVersion(), earning.parts())
                : earning;
    }

    @Override
    public Earning base(Program program, List<EarningLine> lines, MoneyAmount paid) {
        return real.base(program, lines, paid);
    }

    @Override
    public String whyNot(Earning.Passed passed, Locale language) {
        return real.whyNot(passed, language);
    }

    @Override
    public String sentence(Promotion promotion, String pointsName, Locale language) {
        return real.sentence(promotion, pointsName, language);
    }

    @Override
    public UsualCondition condition(String when) {
        return real.condition(when);
    }

    @Override
    public String expression(UsualCondition condition) {
        return real.expression(condition);
    }

    @Override
    public Optional<String> mistake(String when, Locale language) {
        return real.mistake(when, language);
    }

    @Override
    public Program validOn(TenantId tenant, LocalDate businessDate) {
        return real.validOn(tenant, businessDate);
    }

    @Override
    public Program version(TenantId tenant, int version) {
        return real.version(tenant, version);
    }

    @Override
    public List<Program> versions(TenantId tenant) {
        return real.versions(tenant);
    }

    @Override
    public List<String> unknownCategories(Program program, List<EarningLine> lines) {
        return real.unknownCategories(program, lines);
    }

    @Override
    public Map<String, String> ruleName(Program program, String rule) {
        return real.ruleName(program, rule);
    }

    @Override
    public String sentence(Earning earning, String pointsName, Locale language) {
        return real.sentence(earning, pointsName, language);
    }

    @Override
    public MoneyAmount redemptionValue(Program program, Points points, Currency currency) {
        return real.redemptionValue(program, points, currency);
    }
}
