package eu.kontor.rest.till;

import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.ReturnReceipt;
import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.checkout.api.TicketReturns.TicketReturnReceipt;
import eu.kontor.checkout.api.Tickets.PaidWithPoints;
import eu.kontor.checkout.api.Tickets.TicketReceipt;
import eu.kontor.checkout.api.TillRecords.TicketRecord;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.rest.till.EarningAnswer.Money;
import eu.kontor.rest.till.RecordAnswers.RedemptionRecordAnswer;
import eu.kontor.rest.till.RecordAnswers.ReversalRecordAnswer;
import eu.kontor.rest.till.TillAnswers.ReversalAnswer;
import eu.kontor.rest.till.TillAnswers.VisitAnswer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What tills are answered for tickets. */
public final class TicketAnswers {

    private TicketAnswers() {}

    /** A posted ticket. */
    @Schema(name = "TicketReceipt")
    public record TicketAnswer(
            @Schema(description = "of the ticket and of its purchase", examples = "1z-4gk2") String id,
            @Schema(examples = "9724010000000013") String card,
            @Schema(description = "on what points did not pay") EarningAnswer earning,
            @Schema(description = "absent when no points were among the tenders") PointsPaidAnswer paidWithPoints,
            @Schema(description = "what points did not pay; below zero is paid back") Money toPay,
            @Schema(description = "what the member could redeem right after it", examples = "1464") long availableAfter,
            @Schema(description = "what of the points repaid a debt at once", examples = "0") long repaid,
            @Schema(description = "what the member still owed after it", examples = "0") long owed,
            @Schema(description = "as in the receipt of a purchase", examples = "[\"bred\"]")
                    List<String> categoriesUnknown,
            @Schema(description = "as in the receipt of a purchase", examples = "0.01") BigDecimal roundingDifference,
            @Schema(description = "as in the receipt of a purchase; absent when nothing") String warning,
            @Schema(description = "as in the receipt of a purchase") List<ReversalAnswer> returned,
            @Schema(description = "the key or the ticket was known: this is the first answer again") boolean replayed,
            @Schema(description = "the ticket was posted before under another key, over the API or in a file")
                    boolean alreadyKnown) {

        static TicketAnswer of(TicketReceipt receipt, EarningAnswer earning, Locale language) {
            PurchaseReceipt purchase = receipt.purchase();
            return new TicketAnswer(
                    purchase.id().text(),
                    purchase.card().value(),
                    earning,
                    receipt.redemption().map(PointsPaidAnswer::of).orElse(null),
                    Money.of(receipt.toPay()),
                    purchase.availableAfter().value(),
                    purchase.debt().repaid().value(),
                    purchase.debt().left().value(),
                    purchase.remarks().categoriesUnknown(),
                    purchase.remarks()
                            .roundingDifference()
                            .map(MoneyAmount::amount)
                            .orElse(null),
                    purchase.remarks().withoutReference() ? Warnings.withoutReference(language) : null,
                    TillAnswers.returned(purchase),
                    purchase.replayed(),
                    purchase.alreadyKnown());
        }
    }

    /** What points paid of a ticket. */
    @Schema(name = "PaidWithPoints")
    public record PointsPaidAnswer(
            @Schema(description = "of the redemption", examples = "1z-4gk0") String redemption,
            @Schema(examples = "500") long points,
            Money value) {

        static PointsPaidAnswer of(PaidWithPoints paid) {
            return new PointsPaidAnswer(paid.redemption().text(), paid.points().value(), Money.of(paid.value()));
        }
    }

    /** A ticket that came back, or a part of it. */
    @Schema(name = "TicketReturned")
    public record TicketReturnAnswer(
            @Schema(description = "of the return; `GET /reversals/{id}` reads it again", examples = "1z-4gk9")
                    String id,
            @Schema(description = "the ticket's", examples = "1z-4gk2") String ticket,
            @Schema(description = "what of the ticket came back") Money amount,
            @Schema(description = "what of the amount points had not paid: to be given back in money") Money toRefund,
            @Schema(description = "points of the sale that were taken from the balance", examples = "30")
                    long takenBack,
            @Schema(description = "points of the sale that had been spent", examples = "0") long owed,
            @Schema(description = "the points that had paid and came back; absent where none did")
                    PointsBackAnswer pointsBack,
            @Schema(description = "what the member owes after both", examples = "0") long debtAfter,
            @Schema(description = "what the member can redeem after both", examples = "1516") long availableAfter,
            @Schema(description = "as in the receipt of a reversal") String warning,
            @Schema(description = "the key or the return was known: this is the first answer again") boolean replayed,
            @Schema(description = "as in the receipt of a reversal") boolean alreadyKnown) {

        static TicketReturnAnswer of(TicketReturnReceipt receipt, Locale language) {
            ReversalReceipt purchase = receipt.purchase();
            return new TicketReturnAnswer(
                    purchase.id().text(),
                    purchase.purchase().text(),
                    Money.of(receipt.amount()),
                    Money.of(receipt.toRefund()),
                    purchase.takenBack().value(),
                    purchase.owed().value(),
                    receipt.redemption().map(PointsBackAnswer::of).orElse(null),
                    receipt.debtAfter().value(),
                    receipt.availableAfter().value(),
                    purchase.withoutReference() ? Warnings.returnWithoutReference(language) : null,
                    purchase.replayed(),
                    purchase.alreadyKnown());
        }
    }

    /** Points that had paid a part of a ticket, and came back. */
    @Schema(name = "TicketPointsBack")
    public record PointsBackAnswer(
            @Schema(description = "of their return", examples = "1z-4gka") String id,
            @Schema(description = "that is returned with it", examples = "1z-4gk0") String redemption,
            @Schema(examples = "125") long points,
            @Schema(description = "what they had paid") Money value) {

        static PointsBackAnswer of(ReturnReceipt back) {
            return new PointsBackAnswer(
                    back.id().text(),
                    back.hold().text(),
                    back.points().value(),
                    back.value().map(Money::of).orElse(null));
        }
    }

    /** A ticket as it was filed. */
    @Schema(name = "FiledTicket")
    public record TicketRecordAnswer(
            VisitAnswer purchase,
            @Schema(description = "absent where points paid nothing of it; with what came back of the points")
                    RedemptionRecordAnswer redemption,
            @Schema(description = "what of the purchase came back, the oldest first")
                    List<ReversalRecordAnswer> returns,
            TicketLeftAnswer left) {

        static TicketRecordAnswer of(TicketRecord record, EarningAnswer earning) {
            return new TicketRecordAnswer(
                    VisitAnswer.of(record.purchase(), earning),
                    record.redemption().map(RedemptionRecordAnswer::of).orElse(null),
                    record.returns().stream().map(ReversalRecordAnswer::of).toList(),
                    TicketLeftAnswer.of(record));
        }
    }

    /** What can still be returned of a ticket, a few seconds after the last return. */
    @Schema(name = "TicketLeft")
    public record TicketLeftAnswer(
            Money amount,
            @Schema(description = "what of the amount points had not paid: it would be given back in money")
                    Money toRefund,
            @Schema(description = "points of the sale that are taken with it", examples = "94") long points,
            @Schema(description = "points that had paid and come back with it", examples = "125") long pointsBack) {

        static TicketLeftAnswer of(TicketRecord record) {
            return new TicketLeftAnswer(
                    Money.of(record.purchase().takenBack().amountLeft()),
                    Money.of(record.moneyLeft()),
                    record.purchase().takenBack().pointsLeft().value(),
                    record.pointsLeft().value());
        }
    }
}
