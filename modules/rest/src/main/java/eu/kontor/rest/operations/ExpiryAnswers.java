package eu.kontor.rest.operations;

import eu.kontor.expiry.api.Expiry.Expired;
import eu.kontor.expiry.api.Expiry.Progress;
import eu.kontor.notification.api.MemberNotices.Sent;
import eu.kontor.notification.api.MemberNotices.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Points that expire, as the operator's automation is answered. */
public final class ExpiryAnswers {

    private ExpiryAnswers() {}

    /** Which day. */
    @Schema(name = "ExpiryRun")
    public record ExpiryBody(
            @Schema(
                            description = "the business date on which points expire; not in the future",
                            format = "date",
                            examples = "2026-10-31",
                            required = true)
                    String asOf) {}

    /** What expired by this call. */
    @Schema(name = "Expired")
    public record ExpiredAnswer(LocalDate asOf, long members, long points) {

        static ExpiredAnswer of(Expired expired) {
            return new ExpiredAnswer(
                    expired.asOf(), expired.members(), expired.points().value());
        }
    }

    /** The run that moved last. */
    @Schema(name = "ExpiryProgress")
    public record ProgressAnswer(
            LocalDate asOf,
            @Schema(enumeration = {"running", "interrupted", "stopped", "ended"}) String state,
            @Schema(description = "expired so far for that day") long members,
            long points,
            Instant startedAt,
            @Schema(description = "when its last batch was committed; a run that was cut off stands still")
                    Instant movedAt,
            @Schema(description = "members who are still due, when it was interrupted; else 0") long membersLeft) {

        static ProgressAnswer of(Progress progress) {
            return new ProgressAnswer(
                    progress.asOf(),
                    progress.state().name().toLowerCase(Locale.ROOT),
                    progress.members(),
                    progress.points().value(),
                    progress.started(),
                    progress.moved(),
                    progress.left());
        }
    }

    /** Who was written to. */
    @Schema(name = "SentNotices")
    public record SentAnswer(
            long members,
            long notices,
            @Schema(description = "false when no way for mail is configured: nobody was told") boolean possible) {

        static SentAnswer of(Sent sent) {
            return new SentAnswer(sent.members(), sent.notices(), sent.isPossible());
        }
    }

    /** What was kept on record. */
    @Schema(name = "ToldNotices")
    public record ToldAnswer(
            long recorded,
            @Schema(description = "lines that announce nothing: the day has moved, or they were told before")
                    long leftOut) {

        static ToldAnswer of(Told told) {
            return new ToldAnswer(told.recorded(), told.leftOut());
        }
    }
}
