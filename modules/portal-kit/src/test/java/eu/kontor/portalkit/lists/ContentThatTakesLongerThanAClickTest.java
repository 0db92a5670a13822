package eu.kontor.portalkit.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.portalkit.look.Skeleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** With a background that answers when the test says so. */
class ContentThatTakesLongerThanAClickTest {

    private final Deque<Runnable> unanswered = new ArrayDeque<>();
    private final BackgroundWork background = new BackgroundWork() {
        @Override
        public <T> void load(UI ui, Supplier<T> ask, Consumer<T> show) {
            unanswered.add(() -> show.accept(ask.get()));
        }
    };
    private final Awaited place = new Awaited(background, 3);

    @Test
    void is_a_skeleton_until_it_comes() {
        ask(() -> "Ana");
        assertThat(content()).isInstanceOf(Skeleton.class);
        assertThat(isBusy()).isTrue();

        unanswered.remove().run();
        assertThat(text()).isEqualTo("Ana");
        assertThat(isBusy()).isFalse();
    }

    @Test
    void is_that_of_the_last_question_even_if_an_older_answer_comes_after_it() {
        ask(() -> "An");
        ask(() -> "Ana");
        unanswered.removeLast().run();
        unanswered.removeFirst().run();
        assertThat(text()).isEqualTo("Ana");
    }

    @Test
    void is_the_sentence_of_a_refusal() {
        ask(() -> {
            throw new Refusal(RefusalCode.NOT_PERMITTED);
        });
        unanswered.remove().run();
        assertThat(text()).isEqualTo("refused: NOT_PERMITTED");
    }

    @Test
    void is_a_sentence_when_it_fails_and_can_be_asked_for_again() {
        Deque<String> second = new ArrayDeque<>();
        ask(() -> {
            if (second.isEmpty()) {
                second.add("Ana");
                throw new IllegalStateException("row (Ana)");
            }
            return second.remove();
        });
        unanswered.remove().run();
        assertThat(place.getElement().getTextRecursively())
                .contains("recorded under")
                .doesNotContain("Ana");
        assertThat(isBusy()).isFalse();

        place.getChildren()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .click();
        unanswered.remove().run();
        assertThat(text()).isEqualTo("Ana");
    }

    @Test
    void does_not_come_any_more_once_the_place_was_settled() {
        ask(() -> "Ana");
        place.settle();
        unanswered.remove().run();
        assertThat(place.getChildren()).isEmpty();
    }

    private void ask(Supplier<String> question) {
        place.ask(
                null,
                question,
                found -> place.add(new Span(found)),
                refusal -> place.add(new Span("refused: " + refusal.code())));
    }

    private Component content() {
        return place.getChildren().findFirst().orElseThrow();
    }

    private String text() {
        assertThat(place.getChildren()).hasSize(1);
        return ((Span) content()).getText();
    }

    private boolean isBusy() {
        return place.getElement().hasAttribute("aria-busy");
    }
}
