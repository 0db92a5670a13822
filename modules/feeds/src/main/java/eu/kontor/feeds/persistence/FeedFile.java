package eu.kontor.feeds.persistence;

import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.files.api.RecordReader;
import eu.kontor.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code coalition.feed_file}: what was sent, how far it has come, and what became of its lines.
 *
 * @param storedName in the tenant's work folder
 * @param position where the first line begins that is not posted yet
 * @param longTicket a ticket of too many lines that reaches across the checkpoint
 * @param rejectsBytes how much of the reject file belongs to the checkpoint
 * @param tries how often it was begun or gone on with since the checkpoint moved last
 * @param fault what stopped it the last time; empty when it moved since, or when the server itself stopped
 * @param columnsRepeated that stand in the header twice, and that nothing reads
 */
public record FeedFile(
        long id,
        TenantId tenant,
        String fileName,
        String storedName,
        State state,
        Optional<String> layout,
        Optional<Long> linesTotal,
        RecordReader.Position position,
        Optional<String> longTicket,
        Tally tally,
        long rejectsBytes,
        Instant receivedAt,
        Optional<Instant> finishedAt,
        long workedMillis,
        Optional<FileRefusal> refusal,
        int tries,
        Optional<String> fault,
        List<String> columnsRepeated) {

    /** The same in another state. */
    public FeedFile in(State other) {
        return new FeedFile(
                id,
                tenant,
                fileName,
                storedName,
                other,
                layout,
                linesTotal,
                position,
                longTicket,
                tally,
                rejectsBytes,
                receivedAt,
                finishedAt,
                workedMillis,
                refusal,
                tries,
                fault,
                columnsRepeated);
    }

    /** Why a file was refused as a whole, or could not be finished. */
    public record FileRefusal(String code, Map<String, String> details) {}

    /**
     * What became of lines. All counts but the last two are lines.
     *
     * @param corrected of those that were posted: what had been posted for their ticket was taken back
     * @param held would take back what was posted, and wait for a person
     * @param purchases how many purchases (or redemptions) the posted lines made
     * @param points that they gave (or took)
     */
    public record Tally(
            long posted,
            long corrected,
            long known,
            long refused,
            long held,
            Map<String, Long> skipped,
            long purchases,
            long points) {

        public static final Tally NONE = new Tally(0, 0, 0, 0, 0, Map.of(), 0, 0);

        public Tally {
            skipped = Map.copyOf(skipped);
        }

        public Tally plus(Tally other) {
            Map<String, Long> sum = new java.util.HashMap<>(skipped);
            other.skipped.forEach((reason, lines) -> sum.merge(reason, lines, Long::sum));
            return new Tally(
                    posted + other.posted,
                    corrected + other.corrected,
                    known + other.known,
                    refused + other.refused,
                    held + other.held,
                    sum,
                    purchases + other.purchases,
                    points + other.points);
        }

        public long lines() {
            return posted
                    + known
                    + refused
                    + held
                    + skipped.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
