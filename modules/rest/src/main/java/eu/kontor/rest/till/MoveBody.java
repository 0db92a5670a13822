package eu.kontor.rest.till;

import eu.kontor.checkout.api.Checkout.MoveReceipt;
import eu.kontor.checkout.api.Checkout.MoveRequest;
import eu.kontor.rest.till.TillAnswers.PurchaseAnswer;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The card on which a purchase should have been. */
@Schema(name = "Move")
public record MoveBody(
        @Schema(description = "the right one", examples = "9724010000000021", required = true) String card,
        @Schema(
                        description =
                                "of the member from whose card the purchase is taken: a till needs it from as many points on as for a redemption; without it a person at the desk moves it",
                        examples = "471183")
                String confirmationCode) {

    MoveRequest as(String requestKey, String purchase) {
        return new MoveRequest(requestKey, purchase, card, Optional.ofNullable(confirmationCode));
    }

    /** Says nothing of the wrong card's member but what was taken. */
    @Schema(name = "MoveReceipt")
    public record Answer(
            @Schema(description = "on the right card, with an id of its own") PurchaseAnswer purchase,
            @Schema(description = "as it was; it is reversed", examples = "1z-4gk2") String from,
            @Schema(description = "points taken from the wrong card's member", examples = "124") long takenBack,
            @Schema(
                            description =
                                    "what that member owes after it, because it had been spent; earnings repay it first",
                            examples = "0")
                    long debtAfter) {

        static Answer of(MoveReceipt receipt, PurchaseAnswer purchase) {
            return new Answer(
                    purchase,
                    receipt.from().text(),
                    receipt.takenBack().value(),
                    receipt.debtAfter().value());
        }
    }
}
