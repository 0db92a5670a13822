package eu.kontor.rest.trust;

import eu.kontor.tenancy.api.Trail.Entry;
import eu.kontor.trust.api.SignalDesk.SignalRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The audit trail and signals, as they are answered. */
public final class TrustAnswers {

    private TrustAnswers() {}

    /** A page of the trail. */
    @Schema(name = "AuditTrail")
    public record TrailAnswer(
            List<EntryAnswer> entries,
            @Schema(description = "the address of the next page; absent on the last one") String next) {}

    /** What somebody did. */
    @Schema(name = "AuditEntry")
    public record EntryAnswer(
            @Schema(examples = "4711") long number,
            Instant at,
            @Schema(description = "the brand's slug; absent for the coalition", examples = "cafe") String tenant,
            @Schema(description = "the identity provider's stable id") String subject,
            @Schema(examples = "Ana Reis") String name,
            @Schema(examples = "close-window") String action,
            @Schema(description = "what was changed", examples = "2026-10") String about,
            @Schema(
                            description =
                                    "what is told of it: from and to where something was changed; of refuse-access the"
                                            + " reason, how often, and in which hour")
                    Map<String, String> details,
            @Schema(description = "the program that was used; absent in old entries", examples = "portal")
                    String client,
            @Schema(examples = "192.0.2.4") String address) {

        static EntryAnswer of(Entry entry, String tenant) {
            return new EntryAnswer(
                    entry.id(),
                    entry.at(),
                    tenant,
                    entry.actor(),
                    entry.actorName(),
                    entry.action(),
                    entry.subject(),
                    entry.details(),
                    entry.client().orElse(null),
                    entry.address().orElse(null));
        }
    }

    /** A page of signals. */
    @Schema(name = "Signals")
    public record SignalsAnswer(
            List<SignalAnswer> signals,
            @Schema(description = "the address of the next page; absent on the last one") String next) {}

    /** Something that looks like fraud. */
    @Schema(name = "Signal")
    public record SignalAnswer(
            @Schema(examples = "17") long id,
            @Schema(description = "the brand's slug; absent where it concerns several", examples = "cafe")
                    String tenant,
            @Schema(examples = "own-card") String kind,
            @Schema(
                            enumeration = {"member", "person", "client", "outlet", "card"},
                            examples = "person")
                    String aboutKind,
            @Schema(
                            description =
                                    "a member's number, a person's subject, a client, an outlet's code, or a card's"
                                            + " last digits")
                    String about,
            @Schema(
                            enumeration = {"new", "looked-at", "founded", "unfounded"},
                            examples = "new")
                    String state,
            @Schema(description = "what led to it, the first time first; at most 20") List<FactAnswer> facts,
            @Schema(description = "how often it happened", examples = "3") int times,
            Instant firstAt,
            Instant lastAt,
            @Schema(description = "of who changed it last") String note,
            @Schema(examples = "Ana Reis") String changedBy,
            Instant changedAt,
            @Schema(description = "to be sent with a change", examples = "0") int version) {

        static SignalAnswer of(SignalRow row, String tenant) {
            return new SignalAnswer(
                    row.id(),
                    tenant,
                    row.kind().slug(),
                    row.about().kind().slug(),
                    row.about().id(),
                    row.state().slug(),
                    row.facts().stream()
                            .map(fact -> new FactAnswer(fact.at(), fact.told()))
                            .toList(),
                    row.times(),
                    row.firstAt(),
                    row.lastAt(),
                    row.note().orElse(null),
                    row.changedBy().orElse(null),
                    row.changedAt().orElse(null),
                    row.version());
        }
    }

    /** One time. */
    @Schema(name = "SignalFact")
    public record FactAnswer(Instant at, Map<String, String> told) {}

    /** What somebody made of a signal. */
    @Schema(name = "SignalChange")
    public record ChangeBody(
            @Schema(
                            required = true,
                            enumeration = {"new", "looked-at", "founded", "unfounded"},
                            examples = "founded")
                    String state,
            @Schema(required = true, description = "as it was read", examples = "0") Integer version,
            @Schema(description = "needed to close it; at most 500 characters", examples = "Spoke with the person")
                    String note) {}
}
