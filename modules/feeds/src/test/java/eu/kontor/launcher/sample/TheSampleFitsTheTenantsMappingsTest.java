package eu.kontor.launcher.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.feeds.application.FeedMappings;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.domain.SkipReason;
import eu.kontor.feeds.domain.Verdict;
import eu.kontor.feeds.persistence.BatchReader;
import eu.kontor.feeds.persistence.FilePrePass;
import eu.kontor.files.api.PlainFile;
import eu.kontor.files.api.RecordReader;
import eu.kontor.launcher.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the sample's files to {@code tenant-config/}: every line of every month finds its mapping, its price and its outlet. */
class TheSampleFitsTheTenantsMappingsTest {

    private static final SampleCalendar CALENDAR = new SampleCalendar(YearMonth.of(2026, 10));

    @TempDir
    private static Path folder;

    private final Map<String, Long> counts = new HashMap<>();

    @Test
    void every_line_is_a_purchase_a_redemption_or_skipped_for_a_reason() throws IOException {
        SampleFeeds feeds = new SampleFeeds(folder, CALENDAR);
        feeds.prepare();
        for (YearMonth month = CALENDAR.firstMonth();
                !month.isAfter(CALENDAR.lastMonth());
                month = month.plusMonths(1)) {
            for (SampleFeeds.MonthsFile file : feeds.filesOf(month)) {
                read(file.file(), mappings(file.tenant()));
            }
        }

        assertThat(counts).doesNotContainKey("refused").containsKeys("redeemed", "no-card", "no-item", "no-charge");
        assertThat(counts.get("called-off")).isEqualTo(119_390 - 75_166);
        assertThat(counts.get("sold")).isBetween(35_000L, 37_500L);
    }

    private void read(Path file, List<FeedMapping> mappings) throws IOException {
        FilePrePass.Finding finding = new FilePrePass(
                        new PlainFile.Plain(file, false), file.getFileName().toString())
                .inspect(mappings);
        try (BatchReader batches = new BatchReader(file, finding, RecordReader.Position.START, Optional.empty())) {
            for (Optional<BatchReader.Batch> batch = batches.next(); batch.isPresent(); batch = batches.next()) {
                batch.get().verdicts().forEach(this::count);
            }
        }
    }

    private void count(Verdict verdict) {
        switch (verdict) {
            case Verdict.ToPost toPost -> counts.merge(word(toPost), 1L, Long::sum);
            case Verdict.Skipped skipped -> counts.merge(skipped.reason().slug(), (long) skipped.lines(), Long::sum);
            case Verdict.Refused refused -> {
                counts.merge("refused", 1L, Long::sum);
                counts.merge(refused.refusal().getMessage(), 1L, Long::sum);
            }
        }
    }

    /** A stay that costs nothing takes back what was posted when it did, and is else skipped for that. */
    private static String word(Verdict.ToPost toPost) {
        return switch (toPost.line()) {
            case TillLine.Sale sale -> "sold";
            case TillLine.CalledOff calledOff ->
                toPost.ifNothing() == SkipReason.NOT_COMPLETED
                        ? "called-off"
                        : toPost.ifNothing().slug();
            default -> "redeemed";
        };
    }

    private static List<FeedMapping> mappings(String tenant) throws IOException {
        Path file = Installation.findCheckout().resolve("tenant-config/tenants/" + tenant + ".yaml");
        JsonNode section = new YAMLMapper().readTree(file.toFile()).path("feeds");
        return FeedMappings.read(section);
    }
}
