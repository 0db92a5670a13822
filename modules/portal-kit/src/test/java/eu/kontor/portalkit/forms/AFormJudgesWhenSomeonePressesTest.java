package eu.kontor.portalkit.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AFormJudgesWhenSomeonePressesTest {

    private final PressBinder<StringBuilder> binder = new PressBinder<>();
    private final TextField amount = new TextField();
    private final TextField code = new TextField();
    private final StringBuilder typed = new StringBuilder();

    @BeforeEach
    void bindAmountBeforeCode() {
        binder.forField(amount)
                .withValidator(text -> text.matches("\\d+"), "Type an amount.")
                .bind(all -> "", StringBuilder::append);
        binder.forField(code)
                .withValidator(text -> text.length() == 4, "Type the code.")
                .bind(all -> "", StringBuilder::append);
    }

    @Test
    void and_says_one_mistake_at_a_time_in_the_order_of_the_fields() {
        assertThat(binder.read(typed)).isFalse();
        assertThat(amount.isInvalid()).isTrue();
        assertThat(amount.getErrorMessage()).isEqualTo("Type an amount.");
        assertThat(code.isInvalid()).isFalse();

        amount.setValue("12");
        assertThat(binder.read(typed)).isFalse();
        assertThat(amount.isInvalid()).isFalse();
        assertThat(code.isInvalid()).isTrue();
        assertThat(typed).isEmpty();
    }

    @Test
    void and_not_while_they_type() {
        amount.setValue("no amount");

        assertThat(amount.isInvalid()).isFalse();
    }

    @Test
    void and_typing_takes_the_mistake_away() {
        binder.read(typed);

        amount.setValue("still none");

        assertThat(amount.isInvalid()).isFalse();
    }

    @Test
    void and_reads_what_is_good() {
        amount.setValue("12");
        code.setValue("2468");

        assertThat(binder.read(typed)).isTrue();
        assertThat(typed).hasToString("122468");
    }

    @Test
    void and_says_nothing_of_the_fields_that_it_emptied() {
        amount.setValue("12");

        binder.clear();

        assertThat(amount.getValue()).isEmpty();
        assertThat(amount.isInvalid()).isFalse();
    }

    @Test
    void unless_a_field_is_judged_at_once() {
        amount.setValue("no amount");

        binder.judge(amount);

        assertThat(amount.isInvalid()).isTrue();
        assertThat(code.isInvalid()).isFalse();
    }
}
