package eu.kontor.feeds.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first line of a file. Names are compared without regard to case and outer spaces.
 *
 * @param names as they stand in the file
 */
public record Header(List<String> names, Map<String, Integer> positions) {

    /** What a reject file has after the line's own fields; ignored when it is dropped again. */
    public static final List<String> REJECT_COLUMNS = List.of("kontor_line", "kontor_code", "kontor_reason");

    public static Header of(List<String> names) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            positions.putIfAbsent(key(names.get(i)), i);
        }
        return new Header(List.copyOf(names), Map.copyOf(positions));
    }

    public Optional<Integer> position(String column) {
        return Optional.ofNullable(positions.get(key(column)));
    }

    /** How many fields belong to the sender: all but the columns that a reject file added. */
    public int ownFields() {
        return isRejectFile() ? names.size() - REJECT_COLUMNS.size() : names.size();
    }

    private boolean isRejectFile() {
        int own = names.size() - REJECT_COLUMNS.size();
        return own > 0 && names.subList(own, names.size()).equals(REJECT_COLUMNS);
    }

    /** The first of the layout's required names that neither a column nor a constant gives. */
    public Optional<String> lacks(FeedMapping mapping) {
        return mapping.layout().required().stream()
                .filter(name -> !mapping.constants().containsKey(name))
                .map(mapping::column)
                .filter(column -> position(column).isEmpty())
                .findFirst();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(java.util.Locale.ROOT);
    }
}
