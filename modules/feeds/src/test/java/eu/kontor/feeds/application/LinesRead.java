package eu.kontor.feeds.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.feeds.domain.Verdict;
import eu.kontor.feeds.persistence.BatchReader;
import eu.kontor.feeds.persistence.FilePrePass;
import eu.kontor.files.api.PlainFile;
import eu.kontor.files.api.RecordReader;
import eu.kontor.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a file's text is read as, without a database. */
final class LinesRead {

    private final List<List<Verdict>> batches = new ArrayList<>();

    /** @param mappings as JSON */
    LinesRead(Path folder, String mappings, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), text);
        FilePrePass.Finding finding = new FilePrePass(new PlainFile.Plain(file, false), "file.csv")
                .inspect(FeedMappings.read(new ObjectMapper().readTree(mappings)));
        try (BatchReader reader = new BatchReader(file, finding, RecordReader.Position.START, Optional.empty())) {
            for (Optional<BatchReader.Batch> next = reader.next(); next.isPresent(); next = reader.next()) {
                batches.add(next.get().verdicts());
            }
        }
    }

    LinesRead(Path folder, String text) throws IOException {
        this(folder, "[]", text);
    }

    /** To be posted. */
    List<TillLine> lines() {
        return verdicts().stream()
                .filter(Verdict.ToPost.class::isInstance)
                .map(verdict -> ((Verdict.ToPost) verdict).line())
                .toList();
    }

    List<Integer> linesPerBatch() {
        return batches.stream().map(List::size).toList();
    }

    List<Refusal> refusals() {
        return verdicts().stream()
                .filter(Verdict.Refused.class::isInstance)
                .map(verdict -> ((Verdict.Refused) verdict).refusal())
                .toList();
    }

    /** By their slugs. */
    List<String> skipped() {
        return verdicts().stream()
                .filter(Verdict.Skipped.class::isInstance)
                .map(verdict -> ((Verdict.Skipped) verdict).reason().slug())
                .toList();
    }

    private List<Verdict> verdicts() {
        return batches.stream().flatMap(List::stream).toList();
    }
}
