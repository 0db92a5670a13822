package eu.kontor.settlement.application;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.settlement.domain.Contract;
import eu.kontor.settlement.domain.TermPrices;
import eu.kontor.settlement.persistence.ContractRows;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.Difference;
import eu.kontor.tenancy.api.SectionWords;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.UnitOfWork;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The {@code contract} section of a tenant's file: what it pays per point issued and gets per point redeemed, from which
 * month on. A changed section is a new version; an equal one changes nothing.
 */
@Service
public class ContractSection implements ConfigurationSection {

    private static final SectionWords WORDS = new SectionWords(ContractSection.class, "words");

    @Override
    public String key() {
        return "contract";
    }

    /** What a brand pays is agreed with the operator; the brand may read it and never write it. */
    @Override
    public AppliedBy appliedBy() {
        return AppliedBy.OPERATOR;
    }

    @Override
    public List<Mistake> validate(JsonNode section, JsonNode wholeFile) {
        List<Mistake> mistakes = new ArrayList<>();
        String contractCurrency = wholeFile.path("currencies").path(0).asText();
        if (!section.path("currency").asText().equals(contractCurrency)) {
            mistakes.add(new Mistake("/currency", "the first of the tenant's currencies, " + contractCurrency));
        }
        YearMonth before = null;
        for (int i = 0; i < section.path("terms").size(); i++) {
            JsonNode term = section.path("terms").get(i);
            String pointer = "/terms/" + i;
            YearMonth from = firstDayOfMonth(term.path("validFrom").asText());
            if (from == null) {
                mistakes.add(new Mistake(pointer + "/validFrom", "the first day of a month, such as 2026-01-01"));
            } else if (before != null && !from.isAfter(before)) {
                mistakes.add(new Mistake(pointer + "/validFrom", "a later month than the term before"));
            }
            before = from == null ? before : from;
            checkPrice(term, pointer, "pricePerPointIssued", mistakes);
            checkPrice(term, pointer, "valuePerPointRedeemed", mistakes);
        }
        if (before == null && mistakes.isEmpty()) {
            mistakes.add(new Mistake("/terms", "at least one term"));
        }
        return mistakes;
    }

    private static void checkPrice(JsonNode term, String pointer, String name, List<Mistake> mistakes) {
        JsonNode price = term.path(name);
        if (!price.isNumber()
                || price.decimalValue().signum() < 0
                || price.decimalValue().stripTrailingZeros().scale() > TermPrices.MAX_DECIMALS) {
            mistakes.add(new Mistake(
                    pointer + '/' + name,
                    "money per point, not negative, at most " + TermPrices.MAX_DECIMALS + " decimals"));
        }
    }

    private static YearMonth firstDayOfMonth(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getDayOfMonth() == 1 ? YearMonth.from(day) : null;
        } catch (DateTimeException e) {
            return null;
        }
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
        ContractRows rows = new ContractRows(unit.jdbi());
        Optional<Contract> known = rows.newest(tenant.id());
        Contract wanted = read(section, known.map(Contract::version).orElse(0) + 1);
        if (known.filter(wanted::saysTheSameAs).isEmpty()) {
            rows.insert(tenant.id(), wanted);
        }
    }

    private static Contract read(JsonNode section, int version) {
        TreeMap<YearMonth, TermPrices> terms = new TreeMap<>();
        for (JsonNode term : section.path("terms")) {
            terms.put(
                    firstDayOfMonth(term.path("validFrom").asText()),
                    new TermPrices(price(term, "pricePerPointIssued"), price(term, "valuePerPointRedeemed")));
        }
        return new Contract(
                version,
                Currency.getInstance(section.path("currency").asText()),
                terms,
                section.path("paymentDays").asInt(Contract.USUAL_PAYMENT_DAYS));
    }

    private static BigDecimal price(JsonNode term, String name) {
        return term.path(name).decimalValue();
    }
}
