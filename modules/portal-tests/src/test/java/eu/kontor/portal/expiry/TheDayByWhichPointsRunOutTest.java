package eu.kontor.portal.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.portal.preview.FakeExpiry;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portalkit.look.Skeleton;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.portalkit.shell.Wordings;
import jakarta.enterprise.inject.Vetoed;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TheDayByWhichPointsRunOutTest {

    private final PreviewDesk world = new PreviewDesk();
    private final BrokenExpiry expiry = new BrokenExpiry();
    private final ExpiryPresenter presenter =
            new ExpiryPresenter(expiry, expiry, expiry, world.tenants(), world.clock());
    private final WindowThatIsOpen window = new WindowThatIsOpen();
    private ExpiryView view;

    @BeforeEach
    void open() {
        UI.setCurrent(window);
        view = new ExpiryView(
                presenter, window.background, new Operator(), new Wordings(world.tenants(), world.clock()));
    }

    @AfterEach
    void close() {
        UI.setCurrent(null);
    }

    @Test
    void stays_the_last_one_when_the_field_is_emptied() {
        type(LocalDate.of(2027, 2, 1));

        type(null);

        assertThat(day().getValue()).isEqualTo(LocalDate.of(2027, 2, 1));
    }

    @Test
    void of_which_nothing_could_be_read_leaves_no_skeleton_and_can_be_asked_for_again() {
        type(LocalDate.of(2027, 2, 1));
        assertThat(all(view)).hasAtLeastOneElementOfType(Skeleton.class);

        window.backgroundGoesOn();

        assertThat(all(view)).doesNotHaveAnyElementsOfTypes(Skeleton.class);
        assertThat(all(view))
                .filteredOn(Button.class::isInstance)
                .filteredOn(button -> ((Button) button).hasClassName("k-again"))
                .hasSize(1);
    }

    /** As a person does. */
    private void type(LocalDate chosen) {
        DatePicker day = day();
        LocalDate before = day.getValue();
        day.setValue(chosen);
        ComponentUtil.fireEvent(day, new ComponentValueChangeEvent<>(day, day, before, true));
    }

    private DatePicker day() {
        return (DatePicker)
                all(view).filter(DatePicker.class::isInstance).findFirst().orElseThrow();
    }

    private static Stream<Component> all(Component from) {
        return Stream.concat(Stream.of(from), from.getChildren().flatMap(TheDayByWhichPointsRunOutTest::all));
    }

    @Vetoed
    private static final class Operator extends SignedInCaller {

        Operator() {
            super(null, null);
        }

        @Override
        public Caller caller() {
            return new Caller("o", "Marta", Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH);
        }
    }

    @Vetoed
    private static final class BrokenExpiry extends FakeExpiry {

        @Override
        public PreviewSum previewSum(Caller caller, LocalDate asOf) {
            throw new IllegalStateException("the database went away");
        }
    }
}
