package eu.kontor.feeds.domain;

import eu.kontor.files.api.Words;
import eu.kontor.kernel.CellText;
import eu.kontor.kernel.RefusalCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The line of a file that names its columns. Names are compared without regard to case, spacing and hyphens.
 *
 * @param names as they stand in the file
 * @param repeated names that stand in it twice
 * @param lineNumber counted from 1
 */
public record Header(List<String> names, Map<String, Integer> positions, Set<String> repeated, long lineNumber) {

    /** What a reject file has after the line's own fields; ignored when it is dropped again. */
    public static final List<String> REJECT_COLUMNS = List.of("kontor_line", "kontor_code", "kontor_reason");

    /** Refusals of lines whose fields could not be told apart. */
    private static final Set<String> STRUCTURAL = Stream.of(
                    RefusalCode.FEED_LINE_MALFORMED,
                    RefusalCode.FEED_QUOTE_OPEN,
                    RefusalCode.FEED_LINE_HAS_NUL,
                    RefusalCode.FEED_LINE_UNCORRECTED,
                    RefusalCode.FEED_LINE_TOO_LONG)
            .map(RefusalCode::slug)
            .collect(Collectors.toSet());

    /** Need not be there; but where a mapping names one, a file without it would count more than was paid. */
    private static final List<String> DECISIVE = List.of("line_kind", "status", "quantity", "discount");

    /** In a reject file names that look like formulas are marked, as all cells are; they are read without the mark. */
    public static Header of(List<String> names, long lineNumber) {
        Header read = asItStands(names, lineNumber);
        return read.isRejectFile()
                ? asItStands(names.stream().map(CellText::original).toList(), lineNumber)
                : read;
    }

    private static Header asItStands(List<String> names, long lineNumber) {
        Map<String, Integer> positions = new HashMap<>();
        Set<String> repeated = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String key = Words.column(names.get(i));
            if (!key.isEmpty() && positions.putIfAbsent(key, i) != null) {
                repeated.add(key);
            }
        }
        return new Header(List.copyOf(names), Map.copyOf(positions), Set.copyOf(repeated), lineNumber);
    }

    public Optional<Integer> position(String column) {
        return Optional.ofNullable(positions.get(Words.column(column)));
    }

    /** How many fields belong to the sender: all but the columns that a reject file added. */
    public int ownFields() {
        return position(REJECT_COLUMNS.getFirst())
                .filter(first -> isRejectFile())
                .orElse(names.size());
    }

    /** Whether these are lines that were refused before: then they end with our columns. */
    public boolean isRejectFile() {
        Optional<Integer> first = position(REJECT_COLUMNS.getFirst());
        if (first.isEmpty() || first.get() == 0) {
            return false;
        }
        for (int i = 1; i < REJECT_COLUMNS.size(); i++) {
            if (!position(REJECT_COLUMNS.get(i)).equals(Optional.of(first.get() + i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the line stands in a reject file as it was refused: its fields could not be told apart, so that all of it is in the first
     * field, or it was shorter than the header and our own columns have slipped to the left.
     */
    public boolean isUncorrected(List<String> fields) {
        if (!isRejectFile()) {
            return false;
        }
        if (fields.size() == names.size()) {
            int own = ownFields();
            return STRUCTURAL.contains(fields.get(own + 1).strip())
                    && fields.subList(1, own).stream().allMatch(String::isBlank);
        }
        int shift = fields.size() - REJECT_COLUMNS.size();
        return shift >= 0
                && fields.size() < names.size()
                && !fields.get(shift).isEmpty()
                && fields.get(shift).chars().allMatch(c -> c >= '0' && c <= '9')
                && isCode(fields.get(shift + 1).strip());
    }

    /** The text of an uncorrected line as it was sent first. */
    public String original(List<String> fields, char separator) {
        int own = Math.min(ownFields(), fields.size() - REJECT_COLUMNS.size());
        return fields.size() == names.size()
                ? fields.getFirst()
                : String.join(String.valueOf(separator), fields.subList(0, own));
    }

    private static boolean isCode(String text) {
        for (RefusalCode code : RefusalCode.values()) {
            if (code.slug().equals(text)) {
                return true;
            }
        }
        return false;
    }

    /** What the mapping needs and the file does not have, by the names of the file's own columns. */
    public List<String> lacks(FeedMapping mapping) {
        Stream<String> needed = mapping.layout().missing(name -> gives(mapping, name)).stream();
        Stream<String> decisive =
                DECISIVE.stream().filter(name -> mapping.columns().containsKey(name) && !gives(mapping, name));
        Stream<String> filtered = mapping.rows().skip().stream()
                .map(RowRules.Condition::column)
                .filter(column -> position(column).isEmpty());
        return Stream.concat(
                        Stream.concat(needed, decisive).distinct().flatMap(name -> absent(mapping, name)), filtered)
                .distinct()
                .toList();
    }

    /** As they stand in the file the first time, in its order. */
    public List<String> repeatedNames() {
        return names.stream()
                .filter(name -> repeated.contains(Words.column(name)))
                .filter(name -> names.indexOf(name) == positions.get(Words.column(name)))
                .distinct()
                .toList();
    }

    /** A column that the mapping reads, and that the file has twice. */
    public Optional<String> repeats(FeedMapping mapping) {
        Stream<String> read = mapping.layout().names().stream().flatMap(name -> mapping.columnsOf(name).stream());
        Stream<String> filtered = mapping.rows().skip().stream().map(RowRules.Condition::column);
        return Stream.concat(read, filtered)
                .filter(column -> repeated.contains(Words.column(column)))
                .findFirst();
    }

    private Stream<String> absent(FeedMapping mapping, String name) {
        return mapping.columnsOf(name).stream()
                .filter(column -> position(column).isEmpty());
    }

    private boolean gives(FeedMapping mapping, String name) {
        return mapping.constants().containsKey(name)
                || mapping.columnsOf(name).stream()
                        .allMatch(column -> position(column).isPresent());
    }
}
