package eu.kontor.feeds.domain;

import eu.kontor.files.api.TableRecord;
import eu.kontor.files.api.Words;
import java.util.List;
import java.util.Optional;

/** Says which lines of a file are no sales by the mapping's {@link RowRules}. */
public final class RowFilter {

    private final List<Rule> rules;
    private final List<String> totals;

    private record Rule(int position, RowRules.Condition condition) {}

    public RowFilter(RowRules rules, Header header) {
        this.rules = rules.skip().stream()
                .flatMap(condition ->
                        header.position(condition.column()).map(position -> new Rule(position, condition)).stream())
                .toList();
        this.totals = rules.totals().stream().map(Words::plain).toList();
    }

    /** Whether there is anything to ask. */
    public boolean isIdle() {
        return rules.isEmpty() && totals.isEmpty();
    }

    /** @param line may be malformed: sums have fewer fields than sales */
    public Optional<SkipReason> skips(TableRecord line) {
        if (!totals.isEmpty()) {
            String first = line.fields().stream()
                    .map(Words::plain)
                    .filter(field -> !field.isEmpty())
                    .findFirst()
                    .orElse("");
            if (totals.stream().anyMatch(first::startsWith)) {
                return Optional.of(SkipReason.TOTALS);
            }
        }
        boolean isSkipped = line.malformed().isEmpty()
                && rules.stream()
                        .anyMatch(rule -> rule.condition().fits(line.fields().get(rule.position())));
        return isSkipped ? Optional.of(SkipReason.FILTERED) : Optional.empty();
    }
}
