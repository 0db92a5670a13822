package eu.kontor.rest.operations;

import eu.kontor.outbox.api.SetAsideMessages.SetAside;
import eu.kontor.tenancy.api.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Messages that are set aside, as the operator's automation is answered. */
public final class MessageAnswers {

    private MessageAnswers() {}

    /** A page of them. */
    @Schema(name = "SetAsideMessages")
    public record SetAsideAnswer(
            List<MessageAnswer> messages,
            @Schema(description = "the address of the next page; absent on the last one") String next) {}

    /** One message. */
    @Schema(name = "SetAsideMessage")
    public record MessageAnswer(
            @Schema(description = "by which it is tried again or closed", examples = "48213") long id,
            @Schema(description = "the brand's slug", examples = "cafe") String tenant,
            @Schema(description = "what it tells", examples = "purchase-posted") String topic,
            @Schema(
                            description =
                                    "what its order hangs on; of a message about a member, the member's number among messages",
                            examples = "4711")
                    String key,
            @Schema(description = "the number of what happened, such as a posting's", examples = "96122")
                    long reference,
            Instant since,
            int attempts,
            @Schema(
                            description = "what its last attempt ended with",
                            enumeration = {"not-storable", "contradicts", "too-slow", "never-ended", "refused", "failed"
                            })
                    String why,
            @Schema(description = "the same in the words of who failed; may be empty") String detail,
            @Schema(description = "how many messages of the same key wait for it", examples = "0") long waiting) {

        static MessageAnswer of(SetAside message, Tenants tenants) {
            return new MessageAnswer(
                    message.id(),
                    tenants.get(message.tenant()).slug().value(),
                    message.topic(),
                    message.key(),
                    message.reference(),
                    message.since(),
                    message.attempts(),
                    message.why().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    message.detail(),
                    message.waiting());
        }
    }

    /** Why a message is given up. */
    @Schema(name = "MessageClosing")
    public record ClosingBody(
            @Schema(
                            description = "kept in the audit trail; at most 200 characters",
                            examples = "the till keeps the purchase",
                            required = true)
                    String reason) {}
}
