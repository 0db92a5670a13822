package eu.kontor.rest.till;

import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A purchase as a till sends it. */
@Schema(name = "Purchase", description = "What a till or property-management system reports.")
public record PurchaseBody(
        @Schema(description = "16 digits, spaces allowed", examples = "9724010000000013", required = true) String card,
        @Schema(description = "the tenant's outlet code", examples = "bar", required = true) String outlet,
        @Schema(
                        description =
                                "the sum of the lines when there are lines, at most 1,000,000. Below zero where more came back than was sold, and zero only with lines that came back, or when complimentary",
                        examples = "12.40",
                        required = true)
                BigDecimal amount,
        @Schema(description = "ISO 4217, one that the tenant uses", examples = "EUR", required = true) String currency,
        @Schema(description = "at most 200; without lines the amount earns the base rate") List<Line> lines,
        @Schema(description = "the day at the outlet, not in the future", examples = "2026-10-31", required = true)
                LocalDate businessDate,
        @Schema(description = "the time at the outlet", examples = "13:45") LocalTime businessTime,
        @Schema(
                        description =
                                "the till's own number of the sale, at most 64 characters. With outlet and business date it is the ticket, which earns once "
                                        + "under whatever key; without it nothing but the key tells the sale from a second one",
                        examples = "T1-000123")
                String reference,
        @Schema(
                        description =
                                "nothing was to be paid, as for a voucher or on the house: the amount is 0, and the visit counts and earns nothing",
                        examples = "false")
                Boolean complimentary) {

    /** One line of the sale. */
    @Schema(name = "PurchaseLine")
    public record Line(
            @Schema(
                            description =
                                    "the till's own id of the line, by which it is returned; its place, from 1, when absent",
                            examples = "1")
                    String id,
            @Schema(description = "article number, at most 64 characters", examples = "ESP-01") String sku,
            @Schema(description = "what the program's category rates name", examples = "coffee") String category,
            @Schema(
                            description =
                                    "what was sold: unless the program says otherwise, tips, taxes, vouchers, deposits and fees earn nothing. "
                                            + "When absent, goods, or a discount where the amount is negative",
                            enumeration = {
                                "goods",
                                "service",
                                "tip",
                                "tax",
                                "voucher-sale",
                                "deposit",
                                "discount",
                                "fee"
                            },
                            examples = "goods")
                    String kind,
            @Schema(description = "units, at least 0.001; 1 when absent. Below zero for what came back", examples = "2")
                    BigDecimal quantity,
            @Schema(
                            description =
                                    "its share of the purchase's amount, negative for a discount and for what came back; `gross` when absent",
                            examples = "3.20")
                    BigDecimal amount,
            @Schema(description = "without tax, where the till knows it", examples = "2.60") BigDecimal net,
            @Schema(description = "with tax, where the till knows it", examples = "3.20") BigDecimal gross,
            @Schema(
                            description =
                                    "of what came back: which purchase sold it. That one gives back exactly what it gave, and what is sold beside it earns as it is. "
                                            + "Without it what came back is taken off what is sold, which must be worth as much")
                    OriginalBody original) {

        static Line of(Purchase.Line line) {
            return new Line(
                    line.id(),
                    line.sku(),
                    line.category(),
                    line.kind(),
                    line.quantity(),
                    line.amount(),
                    line.net(),
                    line.gross(),
                    null);
        }

        Purchase.Line line() {
            Purchase.Line line = new Purchase.Line(id, sku, category, kind, quantity, amount, net, gross);
            return original == null ? line : line.returning(original.original());
        }
    }

    /** The purchase that a line takes something back of. */
    @Schema(name = "OriginalPurchase", description = "by id, or by the till's own words")
    public record OriginalBody(
            @Schema(description = "of the purchase", examples = "1z-4gk2") String id,
            @Schema(description = "the same outlet when absent", examples = "bar") String outlet,
            @Schema(description = "of the purchase", examples = "2026-10-30") LocalDate businessDate,
            @Schema(description = "of the purchase", examples = "T1-000120") String reference,
            @Schema(
                            description =
                                    "which of its lines, by id; when absent the line with the same article number, or else the amount counts",
                            examples = "2")
                    String line) {

        Purchase.Original original() {
            if (id != null) {
                return new Purchase.Original(new OriginalPurchase.ById(id), line);
            }
            if (businessDate == null || reference == null) {
                throw new Refusal(
                        RefusalCode.FIELD_MISSING,
                        "field",
                        "lines.original." + (reference == null ? "reference" : "businessDate"));
            }
            return new Purchase.Original(
                    new OriginalPurchase.ByWords(new OwnWords(outlet, businessDate, reference)), line);
        }
    }

    Purchase as(String requestKey) {
        return new Purchase(
                requestKey,
                card,
                outlet,
                amount,
                currency,
                purchaseLines(),
                businessDate,
                Optional.ofNullable(businessTime),
                reference,
                Boolean.TRUE.equals(complimentary));
    }

    private List<Purchase.Line> purchaseLines() {
        List<Purchase.Line> purchaseLines = new ArrayList<>();
        for (Line line : lines == null ? List.<Line>of() : lines) {
            if (line == null) {
                throw new Refusal(RefusalCode.FIELD_MISSING, "field", "lines[" + purchaseLines.size() + "]");
            }
            purchaseLines.add(line.line());
        }
        return purchaseLines;
    }
}
