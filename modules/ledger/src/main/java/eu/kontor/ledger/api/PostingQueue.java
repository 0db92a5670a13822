package eu.kontor.ledger.api;

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
}
