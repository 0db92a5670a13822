package eu.kontor.rest.till;

import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member wants to pay with points. */
@Schema(name = "Redemption")
public record RedemptionBody(
        @Schema(examples = "9724010000000013", required = true) String card,
        @Schema(examples = "bar", required = true) String outlet,
        @Schema(description = "at least the program's minimum", examples = "500", required = true) Long points,
        @Schema(description = "of the till, for the value", examples = "EUR", required = true) String currency,
        @Schema(description = "the member's; needed where the tenant's program says so", examples = "4711")
                String confirmationCode,
        @Schema(examples = "T1-000124") String reference) {

    /** Fewer points than were authorized. */
    @Schema(name = "Capture")
    public record CaptureBody(
            @Schema(description = "all authorized points when absent", examples = "300") Long points) {}

    RedemptionRequest as(String requestKey) {
        return new RedemptionRequest(
                requestKey,
                card,
                outlet,
                points(points).orElseThrow(() -> new Refusal(RefusalCode.FIELD_MISSING, "field", "points")),
                currency,
                Optional.ofNullable(confirmationCode),
                reference);
    }

    /** @throws Refusal {@code POINTS_NOT_POSITIVE}, {@code FIELD_MALFORMED} for what no balance can ever hold */
    static Optional<Points> points(Long points) {
        if (points != null && points < 0) {
            throw new Refusal(RefusalCode.POINTS_NOT_POSITIVE);
        }
        if (points != null && points > Points.MAX) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    "points",
                    "value",
                    points,
                    "expected",
                    "at most " + Points.MAX);
        }
        return Optional.ofNullable(points).map(Points::of);
    }
}
