package eu.kontor.feeds.application;

import eu.kontor.checkout.api.FeedPosting.Turn;
import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.feeds.application.PostingDoors.Answer;
import eu.kontor.feeds.application.PostingDoors.Ready;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.domain.Verdict;
import eu.kontor.feeds.persistence.BatchReader.Batch;
import eu.kontor.feeds.persistence.FeedFile;
import eu.kontor.feeds.persistence.FeedFile.Tally;
import eu.kontor.feeds.persistence.FeedFiles;
import eu.kontor.feeds.persistence.RejectFile;
import eu.kontor.feeds.persistence.RejectFile.Reject;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.tenancy.api.UnitOfWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Posts one feed's batches, each together with the feed's next checkpoint. Knows the row as this node last committed it; if the row
 * has moved since, another node has taken over and nothing is committed.
 */
final class BatchPoster {

    /** A batch takes well under a second; a node that says nothing for so long is gone. */
    static final int LEASE_SECONDS = 60;

    private final PostingDoors doors;
    private final TenantId tenant;
    private final ActorId by;
    private final RejectFile rejectFile;
    private final String node;
    private final Terms terms;
    private final FeedFiles files = new FeedFiles();
    private final Holding holding;
    private FeedFile committed;
    private FeedFile advanced;
    private long startedNanos = System.nanoTime();

    /** @param terms how its lines are posted, and when it is */
    BatchPoster(PostingDoors doors, FeedFile feed, RejectFile rejectFile, String node, Terms terms) {
        this.terms = terms;
        this.doors = doors;
        this.tenant = feed.tenant();
        this.holding = new Holding(feed.tenant(), feed.id());
        this.by = doors.actorOf(feed);
        this.committed = feed;
        this.rejectFile = rejectFile;
        this.node = node;
    }

    record Terms(FeedMapping mapping, Clock clock) {}

    /** A batch, read and prepared. */
    record ReadyBatch(Batch batch, Ready ready) {}

    /** May run on another thread while the batches before are posted. */
    ReadyBatch prepare(Batch batch) {
        return new ReadyBatch(batch, doors.prepare(by, tenant, batch.verdicts(), terms.mapping()));
    }

    /**
     * May run beside the batch before; the checkpoint is written when that is committed.
     *
     * @return the state after the commit: not {@code RUNNING} when a person stopped the feed meanwhile
     * @throws TakenOver when another node works on it; nothing was committed
     * @throws Stopped when the batch before was the last one; nothing was committed
     */
    State post(ReadyBatch next, Turn turn) {
        next.ready().post((unit, answers) -> checkpoint(unit, next.batch(), answers), turn);
        committed = advanced;
        startedNanos = System.nanoTime();
        return committed.state();
    }

    private void checkpoint(UnitOfWork unit, Batch batch, List<Answer> posted) throws SQLException {
        List<Answer> answers =
                posted.stream().map(answer -> withHeld(unit, answer)).toList();
        List<Reject> rejects = rejects(batch.verdicts(), answers);
        long rejectsBytes = append(rejects);
        long workedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
        FeedFile to = new FeedFile(
                committed.id(),
                committed.tenant(),
                committed.fileName(),
                committed.storedName(),
                committed.state(),
                committed.layout(),
                committed.linesTotal(),
                batch.end(),
                batch.longTicket(),
                committed.tally().plus(tally(batch.verdicts(), answers)),
                rejectsBytes,
                committed.receivedAt(),
                committed.finishedAt(),
                committed.workedMillis() + workedMillis,
                committed.refusal(),
                0,
                Optional.empty(),
                committed.columnsRepeated());
        State state = files.advance(unit, committed, to, node, LEASE_SECONDS).orElseThrow(TakenOver::new);
        advanced = to.in(state);
    }

    private Answer withHeld(UnitOfWork unit, Answer answer) {
        return answer.standing().isEmpty()
                ? answer
                : holding.held(unit, answer, terms.clock().instant());
    }

    private long append(List<Reject> rejects) {
        try {
            return rejectFile.append(committed.rejectsBytes(), rejects);
        } catch (IOException e) {
            throw new UncheckedIOException("the refused lines cannot be written", e);
        }
    }

    private static Tally tally(List<Verdict> verdicts, List<Answer> answers) {
        long posted = 0;
        long known = 0;
        long refused = 0;
        long corrected = 0;
        long waiting = 0;
        long purchases = 0;
        long points = 0;
        Map<String, Long> skipped = new HashMap<>();
        for (Answer answer : answers) {
            int lines = answer.verdict().lines();
            if (answer.refusal().isPresent()) {
                refused += lines;
            } else if (answer.standing().isPresent()) {
                waiting += lines;
            } else if (answer.nothing()) {
                skipped.merge(answer.verdict().ifNothing().slug(), (long) lines, Long::sum);
            } else if (answer.known()) {
                known += lines;
            } else {
                posted += lines;
                corrected += answer.corrected() ? lines : 0;
                purchases++;
                points += answer.points();
            }
        }
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Skipped skip) {
                skipped.merge(skip.reason().slug(), (long) skip.lines(), Long::sum);
            } else if (verdict instanceof Verdict.Refused) {
                refused += verdict.lines();
            }
        }
        return new Tally(posted, corrected, known, refused, waiting, skipped, purchases, points);
    }

    private static List<Reject> rejects(List<Verdict> verdicts, List<Answer> answers) {
        List<Reject> rejects = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Refused refused) {
                add(rejects, refused.records(), refused.refusal());
            }
        }
        for (Answer answer : answers) {
            answer.refusal().ifPresent(refusal -> add(rejects, answer.verdict().records(), refusal));
        }
        rejects.sort(Comparator.comparingLong(reject -> reject.record().lineNumber()));
        return rejects;
    }

    private static void add(List<Reject> rejects, List<TableRecord> records, Refusal refusal) {
        records.forEach(record -> rejects.add(new Reject(record, refusal)));
    }

    /** A person stopped the feed after the batch before. */
    static final class Stopped extends RuntimeException {
        Stopped() {
            super("the feed was stopped", null, false, false);
        }
    }

    /** Another node works on the feed. */
    static final class TakenOver extends RuntimeException {
        TakenOver() {
            super("another node has taken over", null, false, false);
        }
    }
}
