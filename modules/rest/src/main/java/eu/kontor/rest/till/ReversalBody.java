package eu.kontor.rest.till;

import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.ReturnedGoods.ReturnedLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a purchase comes back. */
@Schema(name = "Reversal", description = "Without amount and lines everything that is left of the purchase comes back.")
public record ReversalBody(
        @Schema(
                        description =
                                "paid back, in the purchase's currency; without lines it takes of all of them alike, with lines it is what they were sold for when absent",
                        examples = "15.00")
                BigDecimal amount,
        @Schema(description = "to be sure: the purchase's", examples = "EUR") String currency,
        @Schema(description = "of the purchase, each at most as often as it was sold") List<Line> lines,
        @Schema(description = "the day of the return at the outlet; today when absent", examples = "2026-10-31")
                LocalDate businessDate,
        @Schema(description = "that takes it back, any of the tenant's", examples = "shop") String outlet,
        @Schema(description = "the till's own reference of the return, at most 64 characters", examples = "T1-000129")
                String reference,
        @Schema(
                        description = "why, in the words of whoever takes it back, at most 160 characters",
                        examples = "wrong size")
                String reason) {

    /** One line of the purchase. */
    @Schema(name = "ReturnedLine", description = "Named by its id or by its article number.")
    public record Line(
            @Schema(
                            description =
                                    "as the till sent it with the purchase; its place there, from 1 on, if it sent none",
                            examples = "2")
                    String id,
            @Schema(description = "its article number, where no other line has the same", examples = "ESP-01")
                    String sku,
            @Schema(description = "units that come back; all that were sold when absent", examples = "1")
                    BigDecimal quantity) {

        private ReturnedLine goods() {
            return new ReturnedLine(Optional.ofNullable(id), Optional.ofNullable(sku), Optional.ofNullable(quantity));
        }
    }

    /** The purchase as the till calls it, and what of it comes back. */
    @Schema(name = "ReversalByWords")
    public record ByWords(
            @Schema(required = true) PurchaseWords purchase,
            @Schema(description = "everything that is left when absent") ReversalBody returned) {

        OriginalPurchase original() {
            return ReversalBody.original("purchase", purchase);
        }

        ReturnedGoods goods() {
            return ReversalBody.goods(returned);
        }
    }

    /** The ticket as the till calls it, and what of it comes back. */
    @Schema(name = "TicketReturnByWords")
    public record OfTicket(
            @Schema(required = true) PurchaseWords ticket,
            @Schema(description = "everything that is left when absent") ReversalBody returned) {

        OriginalPurchase original() {
            return ReversalBody.original("ticket", ticket);
        }

        ReturnedGoods goods() {
            return ReversalBody.goods(returned);
        }
    }

    /** A till's own words for a purchase. */
    @Schema(name = "PurchaseWords")
    public record PurchaseWords(
            @Schema(description = "where it was sold", examples = "bar", required = true) String outlet,
            @Schema(examples = "2026-10-31", required = true) LocalDate businessDate,
            @Schema(examples = "T1-000123", required = true) String reference) {}

    private static OriginalPurchase original(String field, PurchaseWords words) {
        if (words == null) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", field);
        }
        return new OriginalPurchase.ByWords(new OwnWords(words.outlet(), words.businessDate(), words.reference()));
    }

    private static ReturnedGoods goods(ReversalBody returned) {
        return returned == null ? ReturnedGoods.EVERYTHING : returned.asGoods();
    }

    ReturnedGoods asGoods() {
        return new ReturnedGoods(
                Optional.ofNullable(amount),
                Optional.ofNullable(currency),
                goodsLines(),
                Optional.ofNullable(businessDate),
                Optional.ofNullable(outlet),
                Optional.ofNullable(reference),
                Optional.ofNullable(reason));
    }

    /** An empty list is no return of everything: whoever sends it looked for lines and found none. */
    private List<ReturnedLine> goodsLines() {
        List<ReturnedLine> goods = new ArrayList<>();
        if (lines != null && lines.isEmpty()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", "lines[0]");
        }
        for (Line each : lines == null ? List.<Line>of() : lines) {
            if (each == null) {
                throw new Refusal(RefusalCode.FIELD_MISSING, "field", "lines[" + goods.size() + "]");
            }
            goods.add(each.goods());
        }
        return goods;
    }
}
