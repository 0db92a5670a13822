package eu.kontor.portalkit.lists;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows 0, 1, 2 and so on, more of them than a list shows. */
class AListThatIsLongerThanItShowsTest {

    private static final Predicate<Integer> ALL = row -> true;
    private static final Optional<Comparator<Integer>> LARGEST_FIRST = Optional.of(Comparator.reverseOrder());

    private int largestPage;

    @Test
    void is_sorted_over_all_of_its_rows() {
        ChosenRows<Integer> chosen = ChosenRows.of(numbers(12_345), ALL, LARGEST_FIRST, CursorRows.MOST);

        assertThat(chosen.rows())
                .containsExactlyElementsOf(IntStream.range(0, CursorRows.MOST)
                        .mapToObj(i -> 12_344 - i)
                        .toList());
        assertThat(chosen.found()).isEqualTo(12_345);
        assertThat(chosen.isWhole()).isTrue();
        assertThat(largestPage).isLessThanOrEqualTo(Page.MAX_ROWS);
    }

    @Test
    void keeps_what_is_equal_in_the_order_in_which_it_came() {
        Optional<Comparator<Integer>> byRest = Optional.of(Comparator.comparing(row -> row % 3));

        ChosenRows<Integer> chosen = ChosenRows.of(numbers(9_000), ALL, byRest, CursorRows.MOST);

        assertThat(chosen.rows())
                .containsExactlyElementsOf(
                        IntStream.range(0, CursorRows.MOST).mapToObj(i -> i * 3).toList());
    }

    @Test
    void is_searched_beyond_what_it_shows() {
        ChosenRows<Integer> chosen =
                ChosenRows.of(numbers(12_345), row -> row >= 12_300, Optional.empty(), CursorRows.MOST);

        assertThat(chosen.rows()).hasSize(45).startsWith(12_300);
        assertThat(chosen.looked()).isEqualTo(12_345);
    }

    @Test
    void counts_what_was_found_beyond_what_it_shows() {
        ChosenRows<Integer> chosen = ChosenRows.of(numbers(6_000), row -> row % 2 == 0, Optional.empty(), 1_000);

        assertThat(chosen.rows()).hasSize(1_000);
        assertThat(chosen.found()).isEqualTo(3_000);
    }

    @Test
    void says_when_there_is_more_than_can_be_read_while_somebody_waits() {
        ChosenRows<Integer> chosen = ChosenRows.of(numbers(1_000_000), ALL, LARGEST_FIRST, CursorRows.MOST);

        assertThat(chosen.isWhole()).isFalse();
        assertThat(chosen.looked()).isEqualTo(ChosenRows.MOST_READ);
    }

    @Test
    void knows_that_it_is_longer_by_a_few_rows_only() {
        CursorRows<Integer> rows = numbers(CursorRows.MOST + 3);

        rows.fetchAll();

        assertThat(rows.isCut()).isTrue();
        List<Integer> last = new ArrayList<>();
        assertThat(rows.first(ChosenRows.MOST_READ, last::add)).isTrue();
        assertThat(last).hasSize(CursorRows.MOST + 3).endsWith(CursorRows.MOST + 2);
    }

    private CursorRows<Integer> numbers(int count) {
        return CursorRows.begin((cursor, limit) -> {
            largestPage = Math.max(largestPage, limit);
            int from = cursor.map(Integer::parseInt).orElse(0);
            int end = Math.min(count, from + limit);
            return new Page<>(
                    IntStream.range(from, end).boxed().toList(),
                    end < count ? Optional.of(String.valueOf(end)) : Optional.empty());
        });
    }
}
