package eu.kontor.checkout.domain;

import eu.kontor.checkout.api.TenderKind;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.LargestAmount;
import eu.kontor.program.api.Program;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a ticket may be paid with: with points in part or whole, as far as the program allows; all tenders together pay all of it. */
public final class TenderPolicy {

    /** Nobody pays one bill in more ways; keeps a ticket small. */
    private static final int MOST_TENDERS = 20;

    private final Program program;
    private final MoneyAmount bill;
    private final Function<Points, MoneyAmount> worth;

    /** @param worth what points pay by the program */
    public TenderPolicy(Program program, MoneyAmount bill, Function<Points, MoneyAmount> worth) {
        this.program = program;
        this.bill = bill;
        this.worth = worth;
    }

    /** @param points present for points */
    public record CheckedTender(TenderKind kind, Optional<Points> points, MoneyAmount value) {}

    /**
     * @throws Refusal {@code AMOUNT_TENDERS_DIFFER}, {@code TOO_MUCH_PAID_WITH_POINTS}, {@code BELOW_MINIMUM_REDEMPTION},
     *     {@code POINTS_NOT_POSITIVE}, {@code CURRENCY_NOT_USED}, {@code FIELD_MISSING}, {@code FIELD_MALFORMED}
     */
    public List<CheckedTender> check(List<Tender> tenders) {
        if (tenders.size() > MOST_TENDERS) {
            throw malformed("tenders", String.valueOf(tenders.size()), Phrase.of("a-list-of-at-most", MOST_TENDERS));
        }
        List<CheckedTender> checked = new ArrayList<>();
        for (int i = 0; i < tenders.size(); i++) {
            checked.add(check("tenders[" + i + "].", tenders.get(i)));
        }
        List<CheckedTender> ofPoints =
                checked.stream().filter(one -> one.points().isPresent()).toList();
        if (ofPoints.size() > 1) {
            throw malformed("tenders", "points", Phrase.of("possible-more-than-once"));
        }
        payAll(checked, ofPoints.size() == checked.size());
        ofPoints.forEach(this::notTooMuch);
        return List.copyOf(checked);
    }

    private CheckedTender check(String field, Tender tender) {
        String word = FieldPolicy.required(field + "kind", tender.kind());
        TenderKind kind = TenderKind.of(word)
                .orElseThrow(() -> malformed(field + "kind", word, Phrase.of("one-of", TenderKind.WORDS)));
        if (kind == TenderKind.POINTS) {
            return points(field, tender);
        }
        if (tender.points() != null) {
            throw malformed(
                    field + "points", tender.points().toString(), Phrase.of("possible-beside-the-kind", kind.word()));
        }
        return new CheckedTender(kind, Optional.empty(), amounts().positive(field + "amount", tender.amount()));
    }

    private CheckedTender points(String field, Tender tender) {
        if (tender.points() != null && tender.amount() != null) {
            throw malformed(
                    field + "amount", FieldPolicy.readable(tender.amount()), Phrase.of("possible-beside-points"));
        }
        if (tender.points() != null) {
            Points points = RedemptionPolicy.enough(tender.points(), program);
            return new CheckedTender(TenderKind.POINTS, Optional.of(points), worth.apply(points));
        }
        MoneyAmount value = amounts().positive(field + "amount", tender.amount());
        Points points = RedemptionPolicy.enough(pointsFor(value), program);
        return new CheckedTender(TenderKind.POINTS, Optional.of(points), value);
    }

    /** The fewest that pay it. */
    private Points pointsFor(MoneyAmount value) {
        BigDecimal perPoint = program.valuePerPoint().get(value.currency());
        if (perPoint == null) {
            worth.apply(Points.of(1));
        }
        BigDecimal points = value.amount().divide(perPoint, 0, RoundingMode.CEILING);
        return Points.of(points.min(BigDecimal.valueOf(Points.MAX)).longValueExact());
    }

    private AmountPolicy amounts() {
        Currency currency = bill.currency();
        return new AmountPolicy(currency, LargestAmount.of(program, currency));
    }

    /** @param restIsMoney what is not said was paid with money */
    private void payAll(List<CheckedTender> tenders, boolean restIsMoney) {
        BigDecimal sum = tenders.stream().map(one -> one.value().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        int compared = sum.compareTo(bill.amount());
        if (compared > 0 || compared < 0 && !restIsMoney) {
            throw new Refusal(
                    RefusalCode.AMOUNT_TENDERS_DIFFER,
                    "tenders",
                    sum.toPlainString(),
                    "amount",
                    bill.amount().toPlainString());
        }
    }

    private void notTooMuch(CheckedTender points) {
        BigDecimal most = bill.amount()
                .multiply(program.counting().mostPaidWithPoints())
                .setScale(bill.currency().getDefaultFractionDigits(), RoundingMode.DOWN);
        if (points.value().amount().compareTo(most) > 0) {
            throw new Refusal(
                    RefusalCode.TOO_MUCH_PAID_WITH_POINTS,
                    "most",
                    most.toPlainString(),
                    "currency",
                    bill.currency().getCurrencyCode(),
                    "asked",
                    points.value().amount().toPlainString());
        }
    }

    private static Refusal malformed(String field, String value, Phrase expected) {
        return new Refusal(RefusalCode.FIELD_MALFORMED, "field", field, "value", value, "expected", expected);
    }
}
