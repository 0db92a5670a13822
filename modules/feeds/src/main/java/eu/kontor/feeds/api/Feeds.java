package eu.kontor.feeds.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The caller's tenant's imports. Needs ADMIN, FINANCE or FEED. */
public interface Feeds {

    /** Stores the file in the tenant's inbox, as if it had been dropped there; parsing begins at once. */
    FeedReceipt receive(Caller caller, String fileName, InputStream content) throws IOException;

    /** Newest first. */
    Page<FeedReceipt> list(Caller caller, Optional<String> cursor, int limit);

    /** @throws eu.kontor.kernel.Refusal {@code FEED_UNKNOWN} */
    FeedReceipt get(Caller caller, long feedId);

    /** The refused lines as CSV: the original line, its number and the reason; ready to be corrected and dropped again. */
    void writeRejects(Caller caller, long feedId, OutputStream out) throws IOException;

    /** In which {@link #writeRejects} writes: the encoding of the file itself. */
    Charset rejectsEncoding(Caller caller, long feedId);

    /** Stops after the batch under way; {@link #resume} goes on from there. */
    void stop(Caller caller, long feedId);

    void resume(Caller caller, long feedId);

    enum State {
        WAITING,
        RUNNING,
        STOPPED,
        DONE,
        /** The file as a whole could not be read; {@link FeedReceipt#refusal} says why; nothing was posted. */
        REFUSED,
        /** It could not be finished, however often it was tried; what the counts say is posted, the rest is not. */
        FAILED;

        public boolean isEnd() {
            return this == DONE || this == REFUSED || this == FAILED;
        }
    }

    /**
     * {@code linesRead = posted + known + refused + held + skipped} once {@code DONE}; all counts are lines of the file without
     * its header.
     *
     * @param linesTotal counted before posting begins; empty while waiting
     * @param linesCorrected of those posted: what had been posted for their ticket was taken back
     * @param linesKnown already posted by an earlier line or file
     * @param linesHeld would take back what was posted, and wait for a person; see {@link HeldCorrections}
     * @param skipped by reason, such as {@code no-card} or {@code not-completed}: lines that earn nothing by their nature
     * @param purchases how many purchases the posted lines made (a ticket may have several lines)
     * @param refusal the sentence for a person, when REFUSED or FAILED
     * @param columnsRepeated stand in the header twice; nothing reads them
     */
    record FeedReceipt(
            long id,
            String fileName,
            String format,
            State state,
            Optional<Long> linesTotal,
            long linesRead,
            long linesPosted,
            long linesCorrected,
            long linesKnown,
            long linesRefused,
            long linesHeld,
            Map<String, Long> skipped,
            long purchases,
            Points points,
            Instant receivedAt,
            Optional<Instant> finishedAt,
            long durationMillis,
            Optional<String> refusal,
            List<String> columnsRepeated) {}
}
