package eu.kontor.rest.card;

import eu.kontor.kernel.CardNumber;
import eu.kontor.membership.api.CardDesk.Addition;
import eu.kontor.membership.api.CardDesk.Replacement;
import eu.kontor.membership.api.CodeDesk.Renewal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked for about a card. */
public final class CardBodies {

    private CardBodies() {}

    /** Why a card is blocked, or usable again. */
    @Schema(name = "CardReason")
    public record ReasonBody(
            @Schema(
                            description = "kept in the audit trail; at most 200 characters",
                            examples = "lost on 4 October",
                            required = true)
                    String reason) {}

    /** Another number in place of this one. */
    @Schema(name = "CardReplacement")
    public record ReplacementBody(
            @Schema(
                            description = "kept in the audit trail; at most 200 characters",
                            examples = "lost on 4 October",
                            required = true)
                    String reason,
            @Schema(description = "the member's; a machine must show it", examples = "471183")
                    String confirmationCode) {

        Replacement as(String requestKey, CardNumber card) {
            return new Replacement(requestKey, card, reason, Optional.ofNullable(confirmationCode));
        }
    }

    /** One more card beside this one. */
    @Schema(name = "CardAddition")
    public record AdditionBody(
            @Schema(description = "who carries it; at most 40 characters", examples = "Partner") String label,
            @Schema(description = "the member's; a machine must show it", examples = "471183")
                    String confirmationCode) {

        Addition as(String requestKey, CardNumber card) {
            return new Addition(requestKey, card, Optional.ofNullable(label), Optional.ofNullable(confirmationCode));
        }
    }

    /** Another confirmation code of the member. */
    @Schema(name = "NewConfirmationCode")
    public record NewCodeBody(
            @Schema(description = "six digits, not easily guessed", examples = "904613", required = true)
                    String newCode,
            @Schema(description = "that of until now; not needed by an admin and the operator", examples = "471183")
                    String currentCode,
            @Schema(
                            description =
                                    "kept in the audit trail; needed without the current code, at most 200 characters",
                            examples = "forgotten, passport seen")
                    String reason) {

        Renewal as(CardNumber card) {
            return new Renewal(card, newCode, Optional.ofNullable(currentCode), Optional.ofNullable(reason));
        }
    }

    /** Whether the brand may see phone and mail. */
    @Schema(name = "ContactConsent")
    public record ConsentBody(
            @Schema(description = "true: the member agrees; false: does not any more", required = true) Boolean contact,
            @Schema(description = "the member's; needed to agree", examples = "471183") String confirmationCode) {}
}
