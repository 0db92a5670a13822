package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.FeedPosting.Corrections;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.domain.Layout;
import eu.kontor.feeds.domain.RowRules;
import eu.kontor.feeds.domain.ValueFormats;
import eu.kontor.feeds.domain.Verdict;
import eu.kontor.feeds.persistence.BatchReader;
import eu.kontor.feeds.persistence.BatchReader.Batch;
import eu.kontor.feeds.persistence.FeedFolders;
import eu.kontor.feeds.persistence.ReadyFile;
import eu.kontor.feeds.persistence.RejectFile;
import eu.kontor.files.api.RecordReader;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantSlug;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of any layout, mapping and bytes. Either a file is refused as a whole, or each of its lines is posted, skipped or refused, once. More
 * of them: {@code -Dkontor.feeds.fuzz=20000}, others: {@code -Dkontor.feeds.seed=…}.
 */
class NoInputStopsAWorkerTest {

    private static final int FILES = Integer.getInteger("kontor.feeds.fuzz", 500);
    private static final long SEED = Long.getLong("kontor.feeds.seed", 20261103L);

    private static final List<String> PATTERNS = List.of(
            "uuuu-MM-dd",
            "dd.MM.uuuu",
            "dd.MM.uuuu HH:mm",
            "dd/MM/yyyy",
            "DD.MM.uuuu",
            "MM/dd/uu",
            "uuuu-MM-dd'T'HH:mm:ssXXX",
            "uuuu-MM-dd HH:mm:ss Z",
            "h:mm a",
            "e",
            "GGGG",
            "VV",
            "d MMM uuuu");
    private static final List<String> VALUES = List.of(
            "",
            "1",
            "-1",
            "12.50",
            "1.234,50",
            "(4.00)",
            "4.00-",
            "$4.00",
            "€ 1 234,50",
            "EUR 5",
            "9.72401E+15",
            "=\"0123\"",
            "12.0",
            "2026-10-03",
            "03.10.2026",
            "31.02.2026",
            "2026-10-03T24:00:00Z",
            "03.10.2026 18:30",
            "9:05 PM",
            "24:00",
            "Check-Out",
            "No-Show",
            "refund",
            "refunded",
            "redemption",
            "voided",
            "paid",
            "gone",
            "main",
            "EUR",
            "XXX",
            "Bread",
            "T1",
            "T2",
            "9724010000000013",
            "972401000000001",
            "99999999999999999999",
            "Total",
            "ü€漢",
            "\"",
            "\"a\nb\"",
            "\"x\"y",
            "\0",
            "\r",
            "T1\u0001",
            "\u202eT1",
            "T1\u2066",
            "main\u0085",
            "\uFFFE",
            "9724010000000013\u000b",
            "\u200fT1",
            " ");

    @TempDir
    private Path root;

    @Test
    void every_line_of_every_file_ends_in_a_verdict() throws IOException {
        Random random = new Random(SEED);
        int readable = 0;
        for (int i = 0; i < FILES; i++) {
            long seed = random.nextLong();
            readable += read(seed) ? 1 : 0;
        }
        assertThat(readable).as("files that were not refused as a whole").isGreaterThan(FILES / 3);
    }

    /** Whatever a line says, it can wait for a person, and is the same afterwards. */
    private static void mayBeHeld(Verdict verdict, long seed) {
        if (verdict instanceof Verdict.ToPost toPost) {
            HeldLine held = new HeldLine(toPost.line());
            assertThat(HeldLine.read(held.kind().slug(), held.json()).line())
                    .as("seed %d", seed)
                    .isEqualTo(toPost.line());
            assertThat(held.version(PostingBook.STANDING)).hasSize(32);
        }
    }

    /** @return whether the file was read to its end */
    private boolean read(long seed) throws IOException {
        Random random = new Random(seed);
        FeedMapping mapping = mapping(random);
        FeedFolders folders = new FeedFolders(root, new TenantSlug("fuzz")).create();
        Files.write(folders.work().resolve("file"), content(random, mapping));
        ReadyFile ready = new ReadyFile(folders, "file", "file.csv");
        try {
            ReadyFile.Opened opened = ready.inspect(List.of(mapping));
            long lines = 0;
            Path rejects = root.resolve("rejects.csv");
            Files.deleteIfExists(rejects);
            RejectFile rejectFile = new RejectFile(rejects, opened.finding(), Locale.ENGLISH);
            try (BatchReader reader =
                    new BatchReader(opened.file(), opened.finding(), RecordReader.Position.START, Optional.empty())) {
                long bytes = 0;
                for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                    for (Verdict verdict : batch.get().verdicts()) {
                        lines += verdict.lines();
                        mayBeHeld(verdict, seed);
                        bytes = rejectFile.append(bytes, rejects(verdict, seed));
                    }
                }
            }
            assertThat(lines)
                    .as("lines of the file of seed %d", seed)
                    .isEqualTo(opened.finding().lines());
            return true;
        } catch (Refusal refusal) {
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError("the file of seed " + seed + " stops a worker", e);
        } finally {
            ready.discardCopies();
        }
    }

    private static List<RejectFile.Reject> rejects(Verdict verdict, long seed) {
        List<RejectFile.Reject> rejects = new ArrayList<>();
        if (verdict instanceof Verdict.Refused refused) {
            assertThat(refused.refusal().code())
                    .as("lines of the file of seed %d", seed)
                    .isNotEqualTo(RefusalCode.FEED_LINE_NOT_UNDERSTOOD);
            for (TableRecord record : refused.records()) {
                rejects.add(new RejectFile.Reject(record, refused.refusal()));
            }
        }
        return rejects;
    }

    private static FeedMapping mapping(Random random) {
        Layout layout = Layout.values()[random.nextInt(Layout.values().length)];
        Map<String, List<String>> columns = new HashMap<>();
        Map<String, String> constants = new HashMap<>();
        for (String name : layout.names()) {
            switch (random.nextInt(6)) {
                case 0 -> columns.put(name, List.of("Col " + name));
                case 1 -> columns.put(name, List.of("A " + name, "B " + name));
                case 2 -> constants.put(name, pick(random, VALUES));
                default -> {}
            }
        }
        ValueFormats formats = new ValueFormats(
                random.nextBoolean() ? '.' : ',',
                random.nextBoolean(),
                List.of(pick(random, PATTERNS), pick(random, PATTERNS)),
                random.nextBoolean() ? List.of() : List.of(pick(random, PATTERNS)),
                random.nextBoolean() ? Optional.empty() : Optional.of(ZoneId.of("UTC")),
                random.nextBoolean() ? Optional.empty() : Optional.of(ZoneId.of("America/New_York")));
        RowRules rows = random.nextInt(3) > 0
                ? RowRules.NONE
                : new RowRules(
                        List.of(new RowRules.Condition("extra", Set.of("t1"), random.nextBoolean())), List.of("Total"));
        return new FeedMapping(
                "fuzz",
                layout,
                Optional.empty(),
                Optional.empty(),
                pick(
                        random,
                        List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), Charset.forName("GB18030"))),
                formats,
                rows,
                columns,
                constants,
                Map.of("status", Map.of("gone", "not-completed")),
                Map.of("Bread", new FeedMapping.Item(Optional.of(java.math.BigDecimal.ONE), "bakery")),
                random.nextBoolean() ? Corrections.POST : Corrections.HOLD,
                Optional.empty());
    }

    private static byte[] content(Random random, FeedMapping mapping) {
        char separator = pick(random, List.of(',', ';', '\t', '|'));
        String end = pick(random, List.of("\n", "\r\n", "\r"));
        List<String> header = new ArrayList<>(mapping.layout().names().stream()
                .flatMap(name -> mapping.columnsOf(name).stream())
                .toList());
        header.add("extra");
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "My shop" + end + end : "");
        text.append(String.join("" + separator, header)).append(end);
        int lines = 1 + random.nextInt(40);
        for (int i = 0; i < lines; i++) {
            int fields = random.nextInt(10) == 0 ? random.nextInt(15) : header.size();
            for (int field = 0; field < fields; field++) {
                text.append(field == 0 ? "" : separator).append(pick(random, VALUES));
            }
            text.append(end);
        }
        if (random.nextInt(50) == 0) {
            text.append("x".repeat(70_000)).append(end);
        }
        byte[] bytes = text.toString().getBytes(mapping.encoding());
        if (random.nextInt(5) == 0) {
            for (int i = 0; i < 5; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
