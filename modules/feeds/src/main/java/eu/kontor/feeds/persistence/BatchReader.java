package eu.kontor.feeds.persistence;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.feeds.domain.LineTranslator;
import eu.kontor.feeds.domain.RowFilter;
import eu.kontor.feeds.domain.SkipReason;
import eu.kontor.feeds.domain.Verdict;
import eu.kontor.files.api.RecordReader;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Ledger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cuts a file into batches that fit the ledger; a ticket's lines are never cut apart. Holds one batch in memory. */
public final class BatchReader implements AutoCloseable {

    /** Stretches without any purchase (nobody showed a card) still move the checkpoint and the progress now and then. */
    private static final int MAX_LINES = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(BatchReader.class);

    private final RecordReader records;
    private final LineTranslator translator;
    private final RowFilter filter;
    private final boolean hasTickets;
    private final Deque<Ahead> ahead = new ArrayDeque<>();
    private Optional<String> longTicket;

    /** Read already, for the next batch: it takes back what the batch before may sell. */
    private List<Verdict> held = List.of();

    private RecordReader.Position position;

    /**
     * @param verdicts in the order of the file
     * @param end where the next batch begins
     * @param longTicket see {@link FeedFile#longTicket}
     */
    public record Batch(List<Verdict> verdicts, RecordReader.Position end, Optional<String> longTicket) {

        /** What takes sales back can be looked at only when those before it are committed. */
        public boolean hasReturns() {
            return verdicts.stream().anyMatch(BatchReader::isReturn);
        }
    }

    /** @param ticket see {@link LineTranslator#groupOf} */
    private record Ahead(
            TableRecord record, Optional<String> ticket, Optional<SkipReason> skipped, RecordReader.Position after) {

        /** It stands among the lines of a ticket, and nobody can read of which. */
        boolean isStray() {
            return skipped.isEmpty() && ticket.isEmpty();
        }
    }

    public BatchReader(Path file, FilePrePass.Finding finding, RecordReader.Position from, Optional<String> longTicket)
            throws IOException {
        this.records = new RecordReader(file, finding.shape(), from);
        this.translator = LineTranslator.of(finding.mapping(), finding.header());
        this.filter = new RowFilter(finding.mapping().rows(), finding.header());
        this.hasTickets = finding.mapping().layout().hasTickets();
        this.longTicket = longTicket;
        this.position = records.position();
    }

    /** @return empty at the end of the file */
    public Optional<Batch> next() throws IOException {
        List<Verdict> verdicts = new ArrayList<>(held);
        held = List.of();
        int toPost = 0;
        int lines = 0;
        while (toPost < Ledger.MAX_BATCH && lines < MAX_LINES && isAhead(1)) {
            RecordReader.Position before = position;
            Optional<String> longTicketBefore = longTicket;
            List<Verdict> group = group();
            if (group.stream().anyMatch(BatchReader::isReturn)
                    && verdicts.stream().anyMatch(BatchReader::isSale)) {
                held = group;
                return Optional.of(new Batch(verdicts, before, longTicketBefore));
            }
            for (Verdict verdict : group) {
                verdicts.add(verdict);
                lines += verdict.lines();
                toPost += verdict instanceof Verdict.ToPost ? 1 : 0;
            }
        }
        return verdicts.isEmpty() ? Optional.empty() : Optional.of(new Batch(verdicts, position, longTicket));
    }

    private static boolean isReturn(Verdict verdict) {
        return onlyTakesBack(verdict)
                || verdict instanceof Verdict.ToPost toPost
                        && toPost.line() instanceof TillLine.Sale sale
                        && sale.purchase().isExchange();
    }

    private static boolean isSale(Verdict verdict) {
        return verdict instanceof Verdict.ToPost && !onlyTakesBack(verdict);
    }

    private static boolean onlyTakesBack(Verdict verdict) {
        return verdict instanceof Verdict.ToPost toPost
                && switch (toPost.line()) {
                    case TillLine.Refund _, TillLine.RedemptionBack _, TillLine.ReturnCalledOff _ -> true;
                    case TillLine.Sale _, TillLine.Redemption _, TillLine.CalledOff _ -> false;
                };
    }

    private List<Verdict> group() throws IOException {
        Ahead first = take();
        if (first.skipped().isPresent()) {
            return List.of(
                    new Verdict.Skipped(List.of(first.record()), first.skipped().get()));
        }
        return hasTickets ? ticket(first) : alone(first.record());
    }

    private List<Verdict> alone(TableRecord line) {
        return line.malformed()
                .<List<Verdict>>map(refusal -> List.of(new Verdict.Refused(List.of(line), refusal)))
                .orElseGet(() -> translated(List.of(line)));
    }

    private List<Verdict> ticket(Ahead first) throws IOException {
        Optional<String> ticket = first.ticket();
        if (ticket.isEmpty() && isAhead(1) && belongs(first, ahead.peekFirst())) {
            ticket = ahead.peekFirst().ticket();
        }
        if (ticket.isEmpty()) {
            return alone(first.record());
        }
        if (ticket.equals(longTicket)) {
            Refusal refusal = new Refusal(RefusalCode.FEED_TICKET_TOO_LONG, "limit", Purchase.MAX_LINES);
            return List.of(new Verdict.Refused(List.of(first.record()), refusal));
        }
        List<Verdict> verdicts = new ArrayList<>();
        List<TableRecord> group = new ArrayList<>();
        group.add(first.record());
        Ahead lastOfTicket = first;
        while (group.size() <= Purchase.MAX_LINES && continues(ticket.get(), lastOfTicket)) {
            Ahead next = take();
            if (next.skipped().isPresent()) {
                verdicts.add(new Verdict.Skipped(
                        List.of(next.record()), next.skipped().get()));
            } else {
                group.add(next.record());
                lastOfTicket = next.ticket().isPresent() ? next : lastOfTicket;
            }
        }
        longTicket = group.size() > Purchase.MAX_LINES ? ticket : Optional.empty();
        verdicts.addAll(translated(List.copyOf(group)));
        return verdicts;
    }

    /** Whether the line ahead is the ticket's, by what it says, by what stands in it, or because the ticket goes on behind it. */
    private boolean continues(String ticket, Ahead lastOfTicket) throws IOException {
        if (!isAhead(1)) {
            return false;
        }
        Ahead next = ahead.peekFirst();
        if (next.ticket().isPresent()) {
            return next.ticket().get().equals(ticket);
        }
        boolean goesOnBehind = isAhead(2) && second().ticket().equals(Optional.of(ticket));
        return goesOnBehind || next.isStray() && lastOfTicket.ticket().isPresent() && belongs(next, lastOfTicket);
    }

    private boolean belongs(Ahead stray, Ahead line) {
        try {
            return stray.isStray() && line.ticket().isPresent() && translator.mayBelong(stray.record(), line.record());
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    /** A line that no one thought of is told to a person, and stops none of its neighbours. */
    private List<Verdict> translated(List<TableRecord> group) {
        try {
            return translator.translate(group);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Line {} of a feed could not be understood",
                    group.getFirst().lineNumber(),
                    e);
            return List.of(new Verdict.Refused(group, new Refusal(RefusalCode.FEED_LINE_NOT_UNDERSTOOD)));
        }
    }

    private Ahead take() {
        Ahead taken = ahead.removeFirst();
        position = taken.after();
        return taken;
    }

    private Ahead second() {
        Iterator<Ahead> all = ahead.iterator();
        all.next();
        return all.next();
    }

    private boolean isAhead(int count) throws IOException {
        while (ahead.size() < count) {
            Optional<TableRecord> record = records.next();
            if (record.isEmpty()) {
                return false;
            }
            ahead.add(looked(record.get()));
        }
        return true;
    }

    private Ahead looked(TableRecord record) {
        Optional<SkipReason> skipped = record.isBlank()
                ? Optional.of(SkipReason.BLANK)
                : filter.isIdle() ? Optional.empty() : filter.skips(record);
        boolean mayHaveTicket =
                hasTickets && skipped.isEmpty() && record.malformed().isEmpty();
        Optional<String> ticket = mayHaveTicket ? translator.groupOf(record) : Optional.empty();
        return new Ahead(record, ticket, skipped, records.position());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
