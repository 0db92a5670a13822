package eu.kontor.portalkit.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.List;
import org.junit.jupiter.api.Test;

class ATypedTextThatCannotBeKeptTest {

    private final LineField name = new LineField("Name");
    private final LinesField note = new LinesField("Note");
    private final AddressField mail = new AddressField("Mail");

    @Test
    void is_refused_in_every_kind_of_field_with_the_character() {
        for (String typed : List.of("a\0b@c.de", "a\u202eb@c.de", "a\ud800b@c.de", "a\u0007b@c.de")) {
            assertRefused(name, typed);
            assertRefused(note, typed);
            assertRefused(mail, typed);
        }
    }

    @Test
    void has_one_line_unless_it_is_a_note() {
        assertRefused(name, "a\nb");
        assertThat(read(note, "a\n\tb")).isTrue();
    }

    @Test
    void is_judged_before_whether_it_is_there_at_all_and_leaves_other_rules_as_they_are() {
        assertThat(read(mail, "no address")).isFalse();
        assertThat(mail.isInvalid()).isTrue();
        assertThat(read(mail, "ana@example.org")).isTrue();
        assertThat(read(name, "山田 太郎")).isTrue();
    }

    private static <F extends HasValueAndElement<?, String> & HasValidationProperties> void assertRefused(
            F field, String typed) {
        assertThat(read(field, typed)).as(typed).isFalse();
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("U+");
    }

    private static <F extends HasValueAndElement<?, String> & HasValidationProperties> boolean read(
            F field, String typed) {
        PressBinder<StringBuilder> binder = new PressBinder<>();
        binder.forField(field).bind(all -> "", StringBuilder::append);
        field.setValue(typed);
        return binder.read(new StringBuilder());
    }
}
