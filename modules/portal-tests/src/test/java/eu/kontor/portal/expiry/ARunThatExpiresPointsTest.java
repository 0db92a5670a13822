package eu.kontor.portal.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.progressbar.ProgressBar;
import eu.kontor.expiry.api.Expiry;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.portal.preview.FakeExpiry;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portalkit.shell.Wordings;
import jakarta.enterprise.inject.Vetoed;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ARunThatExpiresPointsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final Caller operator = new Caller("o", "Marta", Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final RunningExpiry expiry = new RunningExpiry();
    private final ExpiryPresenter presenter =
            new ExpiryPresenter(expiry, expiry, expiry, world.tenants(), world.clock());
    private final WindowThatIsOpen window = new WindowThatIsOpen();
    private final AtomicInteger shownAgain = new AtomicInteger();

    @BeforeEach
    void open() {
        UI.setCurrent(window);
    }

    @AfterEach
    void close() {
        UI.setCurrent(null);
    }

    @Test
    void is_followed_in_a_panel_that_did_not_begin_it() {
        expiry.state = Expiry.RunState.RUNNING;
        RunPanel panel = opened();
        assertThat(window.polls()).isTrue();

        expiry.state = Expiry.RunState.ENDED;
        window.poll();

        assertThat(window.polls()).isFalse();
        assertThat(bar(panel).isVisible()).isFalse();
        assertThat(shownAgain).hasValue(1);
    }

    @Test
    void that_the_server_broke_off_says_how_far_it_came_and_can_be_begun_again() {
        expiry.state = Expiry.RunState.INTERRUPTED;
        expiry.left = 1_500;
        RunPanel panel = opened();

        assertThat(window.polls()).isFalse();
        assertThat(bar(panel).isVisible()).isFalse();
        assertThat(begin(panel).isEnabled()).isTrue();
        assertThat(panel.getElement().getTextRecursively()).contains("1,000 of 2,500 members");
    }

    @Test
    void is_not_followed_any_more_when_the_panel_is_closed() {
        expiry.state = Expiry.RunState.RUNNING;
        RunPanel panel = opened();

        window.remove(panel);

        assertThat(window.polls()).isFalse();
    }

    @Test
    void that_fails_gives_the_button_back() {
        RunPanel panel = opened();
        expiry.fails = true;
        panel.begin();
        assertThat(begin(panel).isEnabled()).isFalse();
        assertThat(bar(panel).isVisible()).isTrue();

        assertThatThrownBy(window::backgroundGoesOn).hasMessage("the database went away");

        assertThat(begin(panel).isEnabled()).isTrue();
        assertThat(bar(panel).isVisible()).isFalse();
        assertThat(window.polls()).isFalse();
    }

    @Test
    void that_ends_shows_the_list_again() {
        RunPanel panel = opened();
        panel.begin();
        window.backgroundGoesOn();

        assertThat(begin(panel).isEnabled()).isTrue();
        assertThat(shownAgain).hasValue(1);
        assertThat(window.polls()).isFalse();
    }

    private RunPanel opened() {
        RunPanel panel = new RunPanel(
                presenter,
                window.background,
                operator,
                new Wordings(world.tenants(), world.clock()).ofCoalition(operator),
                shownAgain::incrementAndGet);
        window.add(panel);
        return panel;
    }

    private static Button begin(RunPanel panel) {
        return only(panel, Button.class);
    }

    private static ProgressBar bar(RunPanel panel) {
        return only(panel, ProgressBar.class);
    }

    private static <T extends Component> T only(RunPanel panel, Class<T> kind) {
        return panel.getChildren()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    @Vetoed
    private static final class RunningExpiry extends FakeExpiry {

        private RunState state = RunState.STOPPED;
        private boolean fails;
        private long left;

        @Override
        public Expired run(Caller caller, LocalDate asOf) {
            if (fails) {
                throw new IllegalStateException("the database went away");
            }
            state = RunState.ENDED;
            return new Expired(asOf, 17, Points.of(23_400));
        }

        @Override
        public Optional<Progress> progress(Caller caller) {
            return super.progress(caller)
                    .map(now ->
                            new Progress(DAY, state, now.members(), now.points(), now.started(), now.moved(), left));
        }
    }
}
