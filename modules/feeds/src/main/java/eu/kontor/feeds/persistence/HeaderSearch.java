package eu.kontor.feeds.persistence;

import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.domain.Header;
import eu.kontor.feeds.domain.Layout;
import eu.kontor.files.api.FirstLines;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the header of a file and the mapping that it fits. What stands before the header, such as the shop's name and the period, is
 * passed over; a first line {@code sep=;} says the separator.
 */
final class HeaderSearch {

    private final FirstLines first;
    private final String fileName;
    private final boolean isSheet;

    HeaderSearch(FirstLines first, String fileName, boolean isSheet) {
        this.first = first;
        this.fileName = fileName;
        this.isSheet = isSheet;
    }

    /** How far a line is from being the header of a mapping. */
    private record Miss(FeedMapping mapping, List<String> lacks, int present) {

        boolean isNearerThan(Miss other) {
            return present > 0 && (other == null || lacks.size() < other.lacks.size());
        }
    }

    /** What has kept the mappings from fitting so far. */
    private static final class Misses {
        private Refusal first;
        private Miss nearest;
        private Miss nearestByName;

        void encoding(Refusal refusal) {
            first = first == null ? refusal : first;
        }

        void header(Miss miss) {
            if (miss.mapping().files().isPresent() && (nearestByName == null || miss.isNearerThan(nearestByName))) {
                nearestByName = miss;
            }
            nearest = miss.isNearerThan(nearest) ? miss : nearest;
        }
    }

    FilePrePass.Finding find(List<FeedMapping> configured) {
        if (first.isEmpty()) {
            throw new Refusal(RefusalCode.FEED_EMPTY, "file", fileName);
        }
        Misses misses = new Misses();
        for (FeedMapping mapping : candidates(configured)) {
            if (mapping.fitsName(fileName)) {
                Optional<FilePrePass.Finding> found = find(mapping, misses);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw refusal(misses);
    }

    static List<FeedMapping> candidates(List<FeedMapping> configured) {
        List<FeedMapping> candidates = new ArrayList<>(configured);
        for (Layout layout : Layout.values()) {
            candidates.add(FeedMapping.standard(layout));
        }
        return candidates;
    }

    private Optional<FilePrePass.Finding> find(FeedMapping mapping, Misses misses) {
        Charset encoding = first.isMarked() || isSheet ? StandardCharsets.UTF_8 : mapping.encoding();
        FirstLines.Candidates candidates = first.candidates(encoding, mapping.separator());
        for (FirstLines.Candidate line : candidates.lines()) {
            Header header = Header.of(line.fields(), line.line());
            List<String> lacks = header.lacks(mapping);
            if (lacks.isEmpty()) {
                refuseRepeated(header, mapping);
                return Optional.of(
                        new FilePrePass.Finding(mapping, header, line.separator(), encoding, false, isSheet, 0));
            }
            misses.header(new Miss(mapping, lacks, present(header, mapping)));
        }
        candidates.unreadable().ifPresent(line -> misses.encoding(FilePrePass.wrongEncoding(fileName, encoding, line)));
        return Optional.empty();
    }

    private void refuseRepeated(Header header, FeedMapping mapping) {
        header.repeats(mapping).ifPresent(column -> {
            throw new Refusal(RefusalCode.FEED_HEADER_REPEATS_COLUMN, "file", fileName, "column", column);
        });
    }

    private Refusal refusal(Misses misses) {
        if (misses.nearestByName != null) {
            return new Refusal(
                    RefusalCode.FEED_HEADER_LACKS_COLUMN,
                    "file",
                    fileName,
                    "column",
                    String.join(", ", misses.nearestByName.lacks()));
        }
        if (misses.nearest != null) {
            return new Refusal(
                    RefusalCode.FEED_FORMAT_NEARLY,
                    "file",
                    fileName,
                    "layout",
                    misses.nearest.mapping().name(),
                    "columns",
                    String.join(", ", misses.nearest.lacks()));
        }
        return misses.first != null ? misses.first : new Refusal(RefusalCode.FEED_FORMAT_UNKNOWN, "file", fileName);
    }

    private static int present(Header header, FeedMapping mapping) {
        return (int) mapping.layout().names().stream()
                .flatMap(name -> mapping.columnsOf(name).stream())
                .filter(column -> header.position(column).isPresent())
                .count();
    }
}
