package eu.kontor.portal.preview;

import eu.kontor.feeds.api.Feeds;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports of which the newest always runs, a thousand lines a second. */
@ApplicationScoped
public class FakeFeeds implements Feeds {

    private static final long LINES = 21_293;

    private final Clock clock;
    private final Instant began;
    private final List<FeedReceipt> earlier = new ArrayList<>();
    private long received = 40;

    protected FakeFeeds() {
        this.clock = null;
        this.began = null;
    }

    @Inject
    public FakeFeeds(Clock clock) {
        this.clock = clock;
        this.began = clock.instant();
        Instant day = PreviewWorld.NOW;
        earlier.add(done(38, "tickets-2026-10.csv", 9_531, 9_402, 88, 12, day.minus(Duration.ofDays(20))));
        earlier.add(new FeedReceipt(
                37,
                "october.csv",
                "",
                State.REFUSED,
                Optional.empty(),
                0,
                0,
                0,
                0,
                0,
                0,
                Map.of(),
                0,
                Points.ZERO,
                day.minus(Duration.ofDays(20)),
                Optional.of(day.minus(Duration.ofDays(20))),
                40,
                Optional.of(new Refusal(RefusalCode.FEED_HEADER_LACKS_COLUMN, "file", "october.csv", "column", "card")
                        .sentence(java.util.Locale.ENGLISH)),
                List.of()));
        earlier.add(done(31, "tickets-2026-09.csv", 8_944, 8_944, 0, 0, day.minus(Duration.ofDays(51))));
    }

    private static FeedReceipt done(
            long id, String name, long lines, long posted, long known, long refused, Instant at) {
        return new FeedReceipt(
                id,
                name,
                "bakery",
                State.DONE,
                Optional.of(lines),
                lines,
                posted,
                0,
                known,
                refused,
                0,
                Map.of("no-card", lines - posted - known - refused),
                posted / 2,
                Points.of(posted * 13),
                at,
                Optional.of(at.plusSeconds(9)),
                9_120,
                Optional.empty(),
                List.of());
    }

    private FeedReceipt running() {
        long read =
                Math.min(LINES, 6_000 + Duration.between(began, clock.instant()).toMillis());
        boolean over = read == LINES;
        return new FeedReceipt(
                40,
                "tickets-2026-11.csv",
                "bakery",
                over ? State.DONE : State.RUNNING,
                Optional.of(LINES),
                read,
                read - read / 40 - read / 900,
                0,
                0,
                read / 900,
                0,
                Map.of("no-card", read / 40),
                read / 3,
                Points.of(read * 14),
                began,
                over ? Optional.of(clock.instant()) : Optional.empty(),
                read,
                Optional.empty(),
                List.of());
    }

    @Override
    public FeedReceipt receive(Caller caller, String fileName, InputStream content) throws IOException {
        long lines = new String(content.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .count();
        FeedReceipt receipt = done(++received, fileName, lines, lines, 0, 0, clock.instant());
        earlier.addFirst(receipt);
        return receipt;
    }

    @Override
    public Page<FeedReceipt> list(Caller caller, Optional<String> cursor, int limit) {
        List<FeedReceipt> all = new ArrayList<>(earlier);
        all.addFirst(running());
        return new Page<>(all.stream().limit(limit).toList(), Optional.empty());
    }

    @Override
    public FeedReceipt get(Caller caller, long feedId) {
        return list(caller, Optional.empty(), Page.MAX_ROWS).rows().stream()
                .filter(receipt -> receipt.id() == feedId)
                .findFirst()
                .orElseThrow(() -> new Refusal(RefusalCode.FEED_UNKNOWN));
    }

    @Override
    public Charset rejectsEncoding(Caller caller, long feedId) {
        return StandardCharsets.UTF_8;
    }

    @Override
    public void writeRejects(Caller caller, long feedId, OutputStream out) throws IOException {
        out.write("line,reason,card\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void stop(Caller caller, long feedId) {
        get(caller, feedId);
    }

    @Override
    public void resume(Caller caller, long feedId) {
        get(caller, feedId);
    }
}
