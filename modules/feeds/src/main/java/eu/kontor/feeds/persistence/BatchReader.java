package eu.kontor.feeds.persistence;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.feeds.domain.FeedRecord;
import eu.kontor.feeds.domain.LineTranslator;
import eu.kontor.feeds.domain.Verdict;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Ledger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a file into batches that fit the ledger; a ticket's lines are never cut apart. Holds one batch in memory. */
public final class BatchReader implements AutoCloseable {

    /** Stretches without any purchase (nobody showed a card) still move the checkpoint and the progress now and then. */
    private static final int MAX_LINES = 10_000;

    private final RecordReader records;
    private final LineTranslator translator;
    private Optional<String> longTicket;
    private Optional<FeedRecord> ahead;
    private RecordReader.Position behindAhead;
    private RecordReader.Position position;

    /**
     * @param verdicts in the order of the file
     * @param end where the next batch begins
     * @param longTicket see {@link FeedFile#longTicket}
     */
    public record Batch(List<Verdict> verdicts, RecordReader.Position end, Optional<String> longTicket) {}

    public BatchReader(Path file, FilePrePass.Finding finding, RecordReader.Position from, Optional<String> longTicket)
            throws IOException {
        this.records = new RecordReader(file, finding, from);
        this.translator = LineTranslator.of(finding.mapping(), finding.header());
        this.longTicket = longTicket;
        this.position = records.position();
        this.ahead = read();
    }

    /** @return empty at the end of the file */
    public Optional<Batch> next() throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        int toPost = 0;
        int lines = 0;
        while (ahead.isPresent() && toPost < Ledger.MAX_BATCH && lines < MAX_LINES) {
            for (Verdict verdict : group()) {
                verdicts.add(verdict);
                lines += verdict.lines();
                toPost += verdict instanceof Verdict.ToPost ? 1 : 0;
            }
        }
        return verdicts.isEmpty() ? Optional.empty() : Optional.of(new Batch(verdicts, position, longTicket));
    }

    private List<Verdict> group() throws IOException {
        FeedRecord first = take();
        if (first.malformed().isPresent()) {
            return List.of(new Verdict.Refused(List.of(first), first.malformed().get()));
        }
        Optional<String> ticket = translator.groupOf(first);
        if (ticket.isPresent() && ticket.equals(longTicket)) {
            Refusal refusal = new Refusal(RefusalCode.TOO_MANY_LINES, "limit", Purchase.MAX_LINES);
            return List.of(new Verdict.Refused(List.of(first), refusal));
        }
        List<FeedRecord> group = new ArrayList<>();
        group.add(first);
        while (ticket.isPresent() && group.size() <= Purchase.MAX_LINES && continues(ticket)) {
            group.add(take());
        }
        longTicket = group.size() > Purchase.MAX_LINES ? ticket : Optional.empty();
        return translator.translate(List.copyOf(group));
    }

    private boolean continues(Optional<String> ticket) {
        return ahead.isPresent()
                && ahead.get().malformed().isEmpty()
                && translator.groupOf(ahead.get()).equals(ticket);
    }

    private FeedRecord take() throws IOException {
        FeedRecord taken = ahead.orElseThrow();
        position = behindAhead;
        ahead = read();
        return taken;
    }

    private Optional<FeedRecord> read() throws IOException {
        Optional<FeedRecord> record = records.next();
        behindAhead = records.position();
        return record;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
