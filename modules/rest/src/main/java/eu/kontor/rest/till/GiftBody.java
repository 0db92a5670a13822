package eu.kontor.rest.till;

import eu.kontor.checkout.api.Checkout.GiftRequest;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member passes points on. */
@Schema(name = "Gift")
public record GiftBody(
        @Schema(description = "of the giver", examples = "9724010000000013", required = true) String card,
        @Schema(description = "of whom gets the points", examples = "9724010000000021", required = true)
                String recipientCard,
        @Schema(description = "where it is asked for", examples = "bar", required = true) String outlet,
        @Schema(description = "at most what the giver has available", examples = "500", required = true) Long points,
        @Schema(description = "the giver's; always needed", examples = "471183") String confirmationCode) {

    GiftRequest as(String requestKey) {
        return new GiftRequest(
                requestKey,
                card,
                recipientCard,
                outlet,
                RedemptionBody.points(points)
                        .orElseThrow(() -> new Refusal(RefusalCode.FIELD_MISSING, "field", "points")),
                Optional.ofNullable(confirmationCode));
    }
}
