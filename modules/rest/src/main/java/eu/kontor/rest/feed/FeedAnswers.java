package eu.kontor.rest.feed;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Receipts of files: counts are lines without the header, instants UTC. */
public final class FeedAnswers {

    private FeedAnswers() {}

    /** What became of a file. */
    @Schema(
            name = "FeedReceipt",
            description =
                    "Once `done`: linesRead = linesPosted + linesKnown + linesRefused + linesHeld + the sum of skipped.")
    public record ReceiptAnswer(
            @Schema(examples = "17") long id,
            @Schema(examples = "cafe-2026-10.csv") String fileName,
            @Schema(examples = "kontor-csv") String format,
            @Schema(
                            enumeration = {"waiting", "running", "stopped", "done", "refused", "failed"},
                            examples = "done")
                    String state,
            @Schema(description = "absent before the file was counted", examples = "21293") Long linesTotal,
            long linesRead,
            long linesPosted,
            @Schema(
                            description =
                                    "of those posted: they came again with another card, amount or state, and corrected what was posted")
                    long linesCorrected,
            @Schema(description = "posted already by an earlier line or file") long linesKnown,
            @Schema(description = "see the rejects") long linesRefused,
            @Schema(
                            description =
                                    "would take back what was posted, and wait for a person (see `/feeds/held`), where the tenant's mapping says so")
                    long linesHeld,
            @Schema(description = "lines that earn nothing by their nature, by reason") Map<String, Long> skipped,
            long purchases,
            long points,
            Instant receivedAt,
            Instant finishedAt,
            long durationMillis,
            @Schema(description = "why the file as a whole was refused, or could not be finished") String refusal,
            @Schema(description = "columns that stand in the header twice, and that nothing reads")
                    List<String> columnsRepeated) {

        static ReceiptAnswer of(FeedReceipt receipt) {
            return new ReceiptAnswer(
                    receipt.id(),
                    receipt.fileName(),
                    receipt.format(),
                    receipt.state().name().toLowerCase(Locale.ROOT),
                    receipt.linesTotal().orElse(null),
                    receipt.linesRead(),
                    receipt.linesPosted(),
                    receipt.linesCorrected(),
                    receipt.linesKnown(),
                    receipt.linesRefused(),
                    receipt.linesHeld(),
                    receipt.skipped(),
                    receipt.purchases(),
                    receipt.points().value(),
                    receipt.receivedAt(),
                    receipt.finishedAt().orElse(null),
                    receipt.durationMillis(),
                    receipt.refusal().orElse(null),
                    receipt.columnsRepeated());
        }
    }

    /** The tenant's imports, newest first. */
    @Schema(name = "Feeds")
    public record FeedsAnswer(
            List<ReceiptAnswer> feeds,
            @Schema(description = "the address of the next page; absent on the last one") String next) {}
}
