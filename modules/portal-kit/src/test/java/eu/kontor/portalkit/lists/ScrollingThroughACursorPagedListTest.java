package eu.kontor.portalkit.lists;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScrollingThroughACursorPagedListTest {

    private final List<Integer> fetchedFrom = new ArrayList<>();

    @Test
    void fetches_one_page_at_first_and_knows_that_there_is_more() {
        CursorRows<Integer> rows = CursorRows.begin(numbers(120));

        assertThat(rows.fetched()).isEqualTo(CursorRows.PAGE);
        assertThat(rows.hasMore()).isTrue();
        assertThat(fetchedFrom).containsExactly(0);
    }

    @Test
    void fetches_on_when_someone_scrolls_and_not_again_when_they_scroll_back() {
        CursorRows<Integer> rows = CursorRows.begin(numbers(120));

        assertThat(rows.rows(50, 40)).first().isEqualTo(50);
        assertThat(rows.rows(0, 10))
                .containsExactlyElementsOf(IntStream.range(0, 10).boxed().toList());
        assertThat(fetchedFrom).containsExactly(0, 50);
    }

    @Test
    void ends_where_the_rows_end() {
        CursorRows<Integer> rows = CursorRows.begin(numbers(120));

        assertThat(rows.rows(100, 50)).hasSize(20);
        assertThat(rows.hasMore()).isFalse();
        assertThat(rows.isCut()).isFalse();
    }

    @Test
    void hands_out_more_rows_than_a_list_shows_without_keeping_them() {
        CursorRows<Integer> rows = CursorRows.begin(numbers(5_000));
        List<Integer> taken = new ArrayList<>();

        rows.each(taken::add);

        assertThat(taken)
                .containsExactlyElementsOf(IntStream.range(0, 5_000).boxed().toList());
        assertThat(rows.fetched()).isEqualTo(CursorRows.PAGE);
    }

    @Test
    void fetches_all_that_a_list_shows_before_it_is_sorted() {
        CursorRows<Integer> rows = CursorRows.begin(numbers(620));

        rows.fetchAll();

        assertThat(rows.fetched()).isEqualTo(620);
        assertThat(rows.hasMore()).isFalse();
    }

    @Test
    void says_that_it_is_cut_where_nobody_scrolls_any_more() {
        CursorRows<Integer> rows = CursorRows.begin(numbers(5_000));

        assertThat(rows.rows(CursorRows.MOST - 10, 50)).hasSize(10);
        assertThat(rows.isCut()).isTrue();
        assertThat(rows.hasMore()).isFalse();
    }

    @Test
    void is_empty_when_nothing_fits() {
        assertThat(CursorRows.begin(numbers(0)).isEmpty()).isTrue();
    }

    private CursorRows.Source<Integer> numbers(int count) {
        return (cursor, limit) -> {
            int from = cursor.map(Integer::parseInt).orElse(0);
            fetchedFrom.add(from);
            int end = Math.min(count, from + limit);
            return new Page<>(
                    IntStream.range(from, end).boxed().toList(),
                    end < count ? Optional.of(String.valueOf(end)) : Optional.empty());
        };
    }
}
