package eu.kontor.ledger.api;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Gathers single postings of many callers into batches, so that each of them gets the throughput of a batch. A posting
 * waits for the batch before it at most, never for a batch to fill up.
 */
public interface PostingQueue {

    /**
     * Completes when the posting is committed or refused. {@code Refused} with {@code OVERLOADED} when the queue is full:
     * then nothing was posted. Completes exceptionally when the database failed: then the caller cannot know, and retries
     * with the same key.
     */
    CompletionStage<Outcome> submit(Posting posting);

    /**
     * The same for what becomes a posting only by something that the database knows, such as whose card was shown. The
     * preparation is asked once per batch, for all items that were submitted with it.
     */
    <T> CompletionStage<Outcome> submit(T item, Preparation<T> preparation);

    /** Makes postings of many callers' items at once. */
    interface Preparation<T> {

        /**
         * Runs under the poster's role, in the transaction that posts what it makes.
         *
         * @return per item, in the order given
         */
        List<Prepared> prepare(List<T> items);
    }

    /** What became of an item. */
    sealed interface Prepared {

        /** It can be posted. */
        record Ready(Posting posting) implements Prepared {}

        /** It cannot; nothing of it is remembered. */
        record Refused(Outcome.Refused answer) implements Prepared {}
    }
}
