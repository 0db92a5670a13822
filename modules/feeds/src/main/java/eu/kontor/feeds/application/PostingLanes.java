package eu.kontor.feeds.application;

import eu.kontor.checkout.api.FeedPosting.Turn;
import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.feeds.application.BatchPoster.ReadyBatch;
import eu.kontor.feeds.persistence.BatchReader;
import eu.kontor.kernel.MemberId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * A file's batches on their way: one is being read and prepared, one posted, and one is about to be committed. They commit in the
 * order of the file.
 */
final class PostingLanes {

    private final BatchReader batches;
    private final BatchPoster poster;
    private final Executor threads;

    PostingLanes(BatchReader batches, BatchPoster poster, Executor threads) {
        this.batches = batches;
        this.poster = poster;
        this.threads = threads;
    }

    /** @return true at the end of the file, false when it was stopped; nothing is under way any more then */
    boolean postAll(BooleanSupplier stopping) throws IOException {
        UnderWay last = UnderWay.NONE;
        try {
            Optional<ReadyBatch> batch = readAfter(UnderWay.NONE);
            while (batch.isPresent() && !stopping.getAsBoolean()) {
                UnderWay before = last;
                last = begin(batch.get(), before);
                CompletableFuture<Optional<ReadyBatch>> next = read(last);
                try {
                    if (before.state() != State.RUNNING) {
                        return false;
                    }
                } finally {
                    // The reader must be at rest before it is closed.
                    next.exceptionally(failure -> Optional.empty()).join();
                }
                batch = result(next);
            }
            return last.state() == State.RUNNING && batch.isEmpty();
        } catch (UncheckedIOException unreadable) {
            throw new IOException("the file cannot be read any further", unreadable);
        } finally {
            last.rest();
        }
    }

    private CompletableFuture<Optional<ReadyBatch>> read(UnderWay last) {
        return CompletableFuture.supplyAsync(() -> readAfter(last), threads);
    }

    private Optional<ReadyBatch> readAfter(UnderWay last) {
        try {
            Optional<BatchReader.Batch> next = batches.next();
            if (next.isPresent() && next.get().hasReturns()) {
                last.rest();
            }
            return next.map(poster::prepare);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UnderWay begin(ReadyBatch batch, UnderWay before) {
        UnderWay begun = new UnderWay(
                batch.ready().members(), batch.ready().tickets(), new CompletableFuture<>(), new CompletableFuture<>());
        threads.execute(() -> begun.run(() -> poster.post(batch, begun.after(before))));
        return begun;
    }

    private static <T> T result(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** A batch that is being posted; {@code committed} with the feed's state after its commit. */
    private record UnderWay(
            Set<MemberId> members,
            Set<String> tickets,
            CompletableFuture<Void> locked,
            CompletableFuture<State> committed) {

        static final UnderWay NONE = new UnderWay(
                Set.of(),
                Set.of(),
                CompletableFuture.completedFuture(null),
                CompletableFuture.completedFuture(State.RUNNING));

        interface Post {
            State post();
        }

        void run(Post post) {
            try {
                committed.complete(post.post());
            } catch (RuntimeException | Error e) {
                committed.completeExceptionally(e);
            } finally {
                locked.complete(null);
            }
        }

        State state() {
            return result(committed);
        }

        void rest() {
            committed.exceptionally(failure -> null).join();
        }

        Turn after(UnderWay before) {
            return new Turn() {
                @Override
                public Set<MemberId> membersBefore() {
                    return before.committed.isDone() ? Set.of() : before.members;
                }

                @Override
                public Set<String> ticketsBefore() {
                    return before.committed.isDone() ? Set.of() : before.tickets;
                }

                @Override
                public void awaitLocksBefore() {
                    before.locked.join();
                }

                @Override
                public void locked() {
                    locked.complete(null);
                }

                @Override
                public void awaitCommitBefore() {
                    if (before.state() != State.RUNNING) {
                        throw new BatchPoster.Stopped();
                    }
                }
            };
        }
    }
}
