package eu.kontor.rest.till;

import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Tickets.PaidWithPoints;
import eu.kontor.checkout.api.Tickets.TicketReceipt;
import eu.kontor.checkout.api.TillRecords.TicketRecord;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.rest.till.EarningAnswer.Money;
import eu.kontor.rest.till.RecordAnswers.RedemptionRecordAnswer;
import eu.kontor.rest.till.TillAnswers.VisitAnswer;
import java.math.BigDecimal;
import java.util.List;
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
            @Schema(description = "what points did not pay") Money toPay,
            @Schema(description = "what the member could redeem right after it", examples = "1464") long availableAfter,
            @Schema(description = "as in the receipt of a purchase", examples = "[\"bred\"]")
                    List<String> categoriesUnknown,
            @Schema(description = "as in the receipt of a purchase", examples = "0.01") BigDecimal roundingDifference,
            @Schema(description = "the key was known: this is the first answer again") boolean replayed) {

        static TicketAnswer of(TicketReceipt receipt, EarningAnswer earning) {
            PurchaseReceipt purchase = receipt.purchase();
            return new TicketAnswer(
                    purchase.id().text(),
                    purchase.card().value(),
                    earning,
                    receipt.redemption().map(PointsPaidAnswer::of).orElse(null),
                    Money.of(receipt.toPay()),
                    purchase.availableAfter().value(),
                    purchase.remarks().categoriesUnknown(),
                    purchase.remarks()
                            .roundingDifference()
                            .map(MoneyAmount::amount)
                            .orElse(null),
                    purchase.replayed());
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

    /** A ticket as it was filed. */
    @Schema(name = "FiledTicket")
    public record TicketRecordAnswer(
            VisitAnswer purchase,
            @Schema(description = "absent where points paid nothing of it") RedemptionRecordAnswer redemption) {

        static TicketRecordAnswer of(TicketRecord record, EarningAnswer earning) {
            return new TicketRecordAnswer(
                    VisitAnswer.of(record.purchase(), earning),
                    record.redemption().map(RedemptionRecordAnswer::of).orElse(null));
        }
    }
}
