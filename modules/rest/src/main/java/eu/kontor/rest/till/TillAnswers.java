package eu.kontor.rest.till;

import eu.kontor.checkout.api.Checkout.Calculation;
import eu.kontor.checkout.api.Checkout.GiftReceipt;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.Remarks;
import eu.kontor.checkout.api.Checkout.ReturnReceipt;
import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.checkout.api.Visits.Visit;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.rest.till.EarningAnswer.Money;
import eu.kontor.rest.till.TicketAnswers.PointsBackAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What tills are answered; instants in UTC, points as whole numbers. */
public final class TillAnswers {

    private TillAnswers() {}

    /** A posted purchase. */
    @Schema(name = "PurchaseReceipt")
    public record PurchaseAnswer(
            @Schema(description = "of the purchase; needed to reverse it", examples = "1z-4gk2") String id,
            @Schema(examples = "9724010000000013") String card,
            EarningAnswer earning,
            @Schema(description = "what the member could redeem right after it", examples = "1840") long availableAfter,
            @Schema(description = "what of the points repaid a debt at once", examples = "0") long repaid,
            @Schema(description = "what the member still owed after it", examples = "0") long owed,
            @Schema(
                            description =
                                    "categories of the lines that the tenant's program does not know, as they were sent; they earned the base rate",
                            examples = "[\"bred\"]")
                    List<String> categoriesUnknown,
            @Schema(
                            description =
                                    "what the lines are more than the amount, from the till's rounding of taxes; absent where they add up",
                            examples = "0.01")
                    BigDecimal roundingDifference,
            @Schema(
                            description =
                                    "what the sale lacks, in the caller's language, such as a reference by which it is known under any key; absent when nothing",
                            examples =
                                    "Without a reference this sale would earn again under another key. Send the till's own number of it as reference.")
                    String warning,
            @Schema(
                            description =
                                    "what came back on the same ticket, by the purchases that its lines name; absent when nothing")
                    List<ReversalAnswer> returned,
            @Schema(description = "the key or the ticket was known: this is the first answer again") boolean replayed,
            @Schema(
                            description =
                                    "the ticket (outlet, business date, reference) was posted before under another key, over the API or in a file")
                    boolean alreadyKnown) {

        static PurchaseAnswer of(PurchaseReceipt receipt, EarningAnswer earning, Locale language) {
            return new PurchaseAnswer(
                    receipt.id().text(),
                    receipt.card().value(),
                    earning,
                    receipt.availableAfter().value(),
                    receipt.debt().repaid().value(),
                    receipt.debt().left().value(),
                    receipt.remarks().categoriesUnknown(),
                    TillAnswers.roundingDifference(receipt.remarks()),
                    receipt.remarks().withoutReference() ? Warnings.withoutReference(language) : null,
                    TillAnswers.returned(receipt),
                    receipt.replayed(),
                    receipt.alreadyKnown());
        }
    }

    static List<ReversalAnswer> returned(PurchaseReceipt receipt) {
        return receipt.returned().isEmpty()
                ? null
                : receipt.returned().stream().map(ReversalAnswer::ofTicket).toList();
    }

    private static BigDecimal roundingDifference(Remarks remarks) {
        return remarks.roundingDifference().map(MoneyAmount::amount).orElse(null);
    }

    /** What a purchase would earn. */
    @Schema(name = "Calculation")
    public record CalculationAnswer(
            EarningAnswer earning,
            @Schema(examples = "Ronda points") String pointsName,
            @Schema(description = "as in the receipt", examples = "[\"bred\"]") List<String> categoriesUnknown,
            @Schema(description = "as in the receipt", examples = "0.01") BigDecimal roundingDifference) {

        static CalculationAnswer of(Calculation calculation, EarningAnswer earning) {
            return new CalculationAnswer(
                    earning,
                    calculation.pointsName(),
                    calculation.remarks().categoriesUnknown(),
                    TillAnswers.roundingDifference(calculation.remarks()));
        }
    }

    /** Outcomes in the order of the batch. */
    @Schema(name = "PurchaseBatchAnswer")
    public record BatchAnswer(
            @Schema(description = "how many have a receipt", examples = "998") int posted,
            @Schema(description = "how many of those were known before", examples = "0") int replayed,
            @Schema(description = "how many have a problem", examples = "2") int refused,
            List<BatchItemAnswer> outcomes) {}

    /** Exactly one of the two is present. */
    @Schema(name = "PurchaseBatchOutcome")
    public record BatchItemAnswer(
            PurchaseAnswer receipt,
            @Schema(description = "a problem document (RFC 9457), with the status that a single call would have had")
                    Map<String, Object> problem) {}

    /** A purchase as it was filed. */
    @Schema(name = "FiledPurchase")
    public record VisitAnswer(
            @Schema(examples = "1z-4gk2") String id,
            @Schema(examples = "bar") String outlet,
            LocalDate businessDate,
            LocalTime businessTime,
            Money amount,
            List<PurchaseBody.Line> lines,
            EarningAnswer earning,
            @Schema(description = "nothing is left of it") boolean reversed,
            @Schema(examples = "T1-000123") String reference,
            @Schema(description = "how much can still be returned, a few seconds after the last return")
                    LeftAnswer left,
            @Schema(description = "its reversals, the oldest first", examples = "[\"1z-4gk9\"]")
                    List<String> reversals) {

        static VisitAnswer of(Visit visit, EarningAnswer earning) {
            return new VisitAnswer(
                    visit.purchase().text(),
                    visit.outlet(),
                    visit.businessDate(),
                    visit.businessTime().orElse(null),
                    Money.of(visit.amount()),
                    visit.lines().stream().map(PurchaseBody.Line::of).toList(),
                    earning,
                    visit.reversed(),
                    visit.reference(),
                    new LeftAnswer(
                            Money.of(visit.takenBack().amountLeft()),
                            visit.takenBack().pointsLeft().value()),
                    visit.takenBack().reversals().stream().map(PostingId::text).toList());
        }
    }

    /** What is left of a purchase to return. */
    @Schema(name = "LeftToReturn")
    public record LeftAnswer(
            Money amount, @Schema(description = "points that are taken with it", examples = "94") long points) {}

    /** A reversed purchase, or a part of it. */
    @Schema(name = "ReversalReceipt")
    public record ReversalAnswer(
            @Schema(description = "of the reversal", examples = "1z-4gk9") String id,
            @Schema(examples = "1z-4gk2") String purchase,
            @Schema(description = "paid back; absent where all that was left came back without telling an amount")
                    Money amount,
            @Schema(description = "points taken from the balance", examples = "30") long takenBack,
            @Schema(description = "points of it that had been spent", examples = "0") long owed,
            @Schema(
                            description =
                                    "points that were taken back but had been spent; the next earnings repay them first",
                            examples = "0")
                    long debtAfter,
            @Schema(examples = "1716") long availableAfter,
            @Schema(
                            description =
                                    "points that had paid for it and came back with it; only of what came back on a ticket on which something was sold, too")
                    PointsBackAnswer pointsBack,
            @Schema(
                            description =
                                    "what the return lacks, in the caller's language, such as a reference by which it is known under any key; absent when nothing")
                    String warning,
            @Schema(description = "the key or the return was known: this is the first answer again") boolean replayed,
            @Schema(
                            description =
                                    "the return (its outlet, business date and reference) was posted before under another key, over the API or in a file")
                    boolean alreadyKnown) {

        /** A part of a ticket: what it lacks, the ticket lacks. */
        static ReversalAnswer ofTicket(ReversalReceipt receipt) {
            return of(receipt, (String) null);
        }

        static ReversalAnswer of(ReversalReceipt receipt, Locale language) {
            return of(receipt, receipt.withoutReference() ? Warnings.returnWithoutReference(language) : null);
        }

        private static ReversalAnswer of(ReversalReceipt receipt, String warning) {
            return new ReversalAnswer(
                    receipt.id().text(),
                    receipt.purchase().text(),
                    receipt.amount().map(Money::of).orElse(null),
                    receipt.takenBack().value(),
                    receipt.owed().value(),
                    receipt.debtAfter().value(),
                    receipt.availableAfter().value(),
                    receipt.pointsBack().map(PointsBackAnswer::of).orElse(null),
                    warning,
                    receipt.replayed(),
                    receipt.alreadyKnown());
        }
    }

    /** A redemption in one of its states. */
    @Schema(name = "RedemptionReceipt")
    public record RedemptionAnswer(
            @Schema(description = "of the authorization; needed to capture or void it", examples = "1z-4gl0") String id,
            @Schema(
                            enumeration = {"authorized", "captured", "voided"},
                            examples = "authorized")
                    String state,
            @Schema(description = "held, redeemed or released", examples = "500") long points,
            @Schema(description = "what the points pay; absent when voided") Money value,
            @Schema(examples = "1216") long availableAfter,
            @Schema(description = "until when it can be captured; absent afterwards") Instant expires,
            @Schema(
                            description =
                                    "what the redemption lacks, in the caller's language, such as a reference by which it is known under any key; absent when nothing")
                    String warning,
            boolean replayed) {

        static RedemptionAnswer of(RedemptionReceipt receipt, String warning) {
            return new RedemptionAnswer(
                    receipt.hold().text(),
                    receipt.state(),
                    receipt.points().value(),
                    receipt.value().map(Money::of).orElse(null),
                    receipt.availableAfter().value(),
                    receipt.expires().orElse(null),
                    warning,
                    receipt.replayed());
        }
    }

    /** A returned redemption, or a part of it. */
    @Schema(name = "ReturnReceipt")
    public record ReturnAnswer(
            @Schema(description = "of the return", examples = "1z-4gl7") String id,
            @Schema(description = "the authorization's", examples = "1z-4gl0") String redemption,
            @Schema(description = "that came back", examples = "300") long points,
            @Schema(description = "what they had paid; absent where nobody knows it") Money value,
            @Schema(description = "what the member owes after it", examples = "0") long debtAfter,
            @Schema(description = "less than came back where they repaid what was owed", examples = "1516")
                    long availableAfter,
            @Schema(description = "as in the receipt of a reversal") String warning,
            @Schema(description = "the key or the return was known: this is the first answer again") boolean replayed,
            @Schema(description = "as in the receipt of a reversal") boolean alreadyKnown) {

        static ReturnAnswer of(ReturnReceipt receipt, Locale language) {
            return new ReturnAnswer(
                    receipt.id().text(),
                    receipt.hold().text(),
                    receipt.points().value(),
                    receipt.value().map(Money::of).orElse(null),
                    receipt.debtAfter().value(),
                    receipt.availableAfter().value(),
                    receipt.withoutReference() ? Warnings.returnWithoutReference(language) : null,
                    receipt.replayed(),
                    receipt.alreadyKnown());
        }
    }

    /** A gift; of the recipient it says nothing. */
    @Schema(name = "GiftReceipt")
    public record GiftAnswer(
            @Schema(description = "of the gift", examples = "1z-4gm0") String id,
            @Schema(examples = "500") long points,
            @Schema(description = "what the giver has left", examples = "1216") long availableAfter,
            boolean replayed) {

        static GiftAnswer of(GiftReceipt receipt) {
            return new GiftAnswer(
                    receipt.id().text(),
                    receipt.points().value(),
                    receipt.availableAfter().value(),
                    receipt.replayed());
        }
    }
}
