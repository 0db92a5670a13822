package eu.kontor.rest.till;

import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A purchase with what it was paid with. */
@Schema(name = "Ticket", description = "A purchase, and what it was paid with; points among it.")
public record TicketBody(
        @Schema(description = "16 digits, spaces allowed", examples = "9724010000000013", required = true) String card,
        @Schema(description = "the tenant's outlet code", examples = "bar", required = true) String outlet,
        @Schema(
                        description = "of all lines, before anything is paid; as of a purchase",
                        examples = "62.40",
                        required = true)
                BigDecimal amount,
        @Schema(description = "ISO 4217, one that the tenant uses", examples = "EUR", required = true) String currency,
        @Schema(description = "as of a purchase") List<PurchaseBody.Line> lines,
        @Schema(
                        description =
                                "all that it was paid with; or points alone, and the rest was money. Without any, all was money")
                List<TenderBody> tenders,
        @Schema(description = "the member's, for points; needed as for a redemption", examples = "471183")
                String confirmationCode,
        @Schema(description = "the day at the outlet, not in the future", examples = "2026-10-31", required = true)
                LocalDate businessDate,
        @Schema(description = "the time at the outlet", examples = "13:45") LocalTime businessTime,
        @Schema(
                        description = "the till's own reference, at most 64 characters",
                        examples = "T1-000123",
                        required = true)
                String reference,
        @Schema(description = "as of a purchase", examples = "false") Boolean complimentary) {

    /** One means of payment. */
    @Schema(name = "Tender")
    public record TenderBody(
            @Schema(
                            enumeration = {"points", "cash", "card", "voucher", "account", "other"},
                            examples = "points",
                            required = true)
                    String kind,
            @Schema(description = "of points: how many; or `amount` says how much they shall pay", examples = "500")
                    Long points,
            @Schema(description = "in the ticket's currency", examples = "5.00") BigDecimal amount) {

        Tender tender() {
            return new Tender(kind, RedemptionBody.points(points).orElse(null), amount);
        }
    }

    Ticket as(String requestKey) {
        PurchaseBody purchase = new PurchaseBody(
                card, outlet, amount, currency, lines, businessDate, businessTime, reference, complimentary);
        List<Tender> paid = new ArrayList<>();
        for (TenderBody tender : tenders == null ? List.<TenderBody>of() : tenders) {
            if (tender == null) {
                throw new Refusal(RefusalCode.FIELD_MISSING, "field", "tenders[" + paid.size() + "]");
            }
            paid.add(tender.tender());
        }
        return new Ticket(purchase.as(requestKey), paid, Optional.ofNullable(confirmationCode));
    }
}
