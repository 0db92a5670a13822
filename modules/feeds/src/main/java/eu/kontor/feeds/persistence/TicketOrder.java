package eu.kontor.feeds.persistence;

import eu.kontor.feeds.domain.LineTranslator;
import eu.kontor.files.api.LineReader;
import eu.kontor.files.api.OwnFiles;
import eu.kontor.files.api.RecordReader;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A till with two open tables writes their lines as they are ordered. Such a file is copied in the order of its tickets, each line with
 * its number in the original, so that a ticket's lines are neighbours and a checkpoint is a place in the copy. The same file gives the
 * same copy.
 */
public final class TicketOrder {

    /** A busy brand's month in several files; remembers about a hundred bytes for each while it looks. */
    static final int MAX_TICKETS = 300_000;

    private static final int FIRST_LINES = 1_024;

    /** The beginning of a longer one is too long, too. */
    private static final int LONGEST_RECORD_BYTES = 2 * 1024 * 1024;

    private final Path file;
    private final FilePrePass.Finding finding;
    private final String fileName;
    private final Map<String, Integer> tickets = new HashMap<>();
    private long[] starts = new long[FIRST_LINES];
    private long[] ends = new long[FIRST_LINES];
    private long[] numbers = new long[FIRST_LINES];
    private int[] groups = new int[FIRST_LINES];
    private int records;
    private int groupsSeen;
    private boolean isScattered;

    public TicketOrder(Path file, FilePrePass.Finding finding, String fileName) {
        this.file = file;
        this.finding = finding;
        this.fileName = fileName;
    }

    /**
     * @param copy written whole or not at all
     * @return false when the lines of every ticket are neighbours; then there is no copy
     * @throws Refusal {@code FEED_TOO_MANY_TICKETS}
     */
    public boolean arrange(Path copy) throws IOException {
        look();
        if (isScattered) {
            Path unfinished = copy.resolveSibling(copy.getFileName() + FeedFolders.UNFINISHED);
            write(unfinished);
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return isScattered;
    }

    private void look() throws IOException {
        LineTranslator translator = LineTranslator.of(finding.mapping(), finding.header());
        try (RecordReader reader = new RecordReader(file, finding.shape(), RecordReader.Position.START)) {
            int last = -1;
            RecordReader.Position before = reader.position();
            for (Optional<TableRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                Optional<String> ticket =
                        record.get().malformed().isPresent() ? Optional.empty() : translator.groupOf(record.get());
                // What names no ticket stays behind the line that it follows.
                int group = ticket.map(this::groupOf).orElse(last >= 0 ? last : groupsSeen++);
                isScattered |= last >= 0 && group < last;
                add(before.bytes(), reader.position().bytes(), record.get().lineNumber(), group);
                last = group;
                before = reader.position();
            }
        }
    }

    private int groupOf(String ticket) {
        Integer known = tickets.get(ticket);
        if (known != null) {
            return known;
        }
        if (tickets.size() == MAX_TICKETS) {
            throw new Refusal(RefusalCode.FEED_TOO_MANY_TICKETS, "file", fileName, "limit", MAX_TICKETS);
        }
        tickets.put(ticket, groupsSeen);
        return groupsSeen++;
    }

    private void add(long start, long end, long number, int group) {
        if (records == starts.length) {
            int larger = records * 2;
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            numbers = Arrays.copyOf(numbers, larger);
            groups = Arrays.copyOf(groups, larger);
        }
        starts[records] = start;
        ends[records] = end;
        numbers[records] = number;
        groups[records++] = group;
    }

    private int[] inOrder() {
        int[] next = new int[groupsSeen + 1];
        for (int i = 0; i < records; i++) {
            next[groups[i] + 1]++;
        }
        for (int group = 0; group < groupsSeen; group++) {
            next[group + 1] += next[group];
        }
        int[] order = new int[records];
        for (int i = 0; i < records; i++) {
            order[next[groups[i]]++] = i;
        }
        return order;
    }

    private void write(Path to) throws IOException {
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
                OutputStream out = new BufferedOutputStream(OwnFiles.write(to))) {
            for (int record : inOrder()) {
                byte[] lines = new byte[(int) Math.min(ends[record] - starts[record], LONGEST_RECORD_BYTES)];
                ByteBuffer buffer = ByteBuffer.wrap(lines);
                while (buffer.hasRemaining() && from.read(buffer, starts[record] + buffer.position()) >= 0) {
                    continue;
                }
                write(lines, numbers[record], out);
            }
        }
    }

    private static void write(byte[] lines, long firstNumber, OutputStream out) throws IOException {
        long number = firstNumber;
        boolean hasBegun = false;
        int from = 0;
        for (int i = 0; i <= lines.length; i++) {
            boolean isEnd = i == lines.length || lines[i] == '\n' || lines[i] == '\r';
            if (isEnd) {
                if (i > from) {
                    out.write(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
                    out.write(LineReader.NUMBER_END);
                    out.write(lines, from, i - from);
                    out.write('\n');
                    hasBegun = true;
                }
                boolean isPair = i + 1 < lines.length && lines[i] == '\r' && lines[i + 1] == '\n';
                number += hasBegun ? 1 : 0;
                i += isPair ? 1 : 0;
                from = i + 1;
            }
        }
    }
}
