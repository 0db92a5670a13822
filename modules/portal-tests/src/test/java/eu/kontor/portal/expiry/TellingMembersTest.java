package eu.kontor.portal.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.UploadEvent;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.portal.preview.FakeExpiry;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.shell.Wordings;
import jakarta.enterprise.inject.Vetoed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TellingMembersTest {

    private final Caller operator = new Caller("o", "Marta", Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final FailingNotices notices = new FailingNotices();
    private final ExpiryPresenter presenter =
            new ExpiryPresenter(notices, notices, notices, world.tenants(), world.clock());
    private final WindowThatIsOpen window = new WindowThatIsOpen();
    private TellPanel panel;

    @BeforeEach
    void open() {
        UI.setCurrent(window);
        panel = new TellPanel(
                presenter,
                window.background,
                operator,
                new Wordings(world.tenants(), world.clock()).ofCoalition(operator),
                () -> {});
    }

    @AfterEach
    void close() {
        UI.setCurrent(null);
    }

    @Test
    void that_fails_gives_the_button_back() {
        Button send = (Button)
                panel.getChildren().filter(Button.class::isInstance).findFirst().orElseThrow();
        send.setEnabled(false);
        panel.send(send);

        assertThatThrownBy(window::backgroundGoesOn).hasMessage("the database went away");

        assertThat(send.isEnabled()).isTrue();
    }

    @Test
    void by_letter_needs_the_day_on_which_they_were_told() throws IOException {
        day().setValue(null);
        Upload upload = new Upload();

        panel.receive(upload);

        assertThat(notices.toldOn).isEmpty();
        assertThat(day().isInvalid()).isTrue();
        assertThat(upload.rejected).containsExactly(day().getErrorMessage());
    }

    @Test
    void from_a_list_that_breaks_off_is_said_to_have_broken_off() {
        assertThatThrownBy(() -> panel.receive(new Upload())).hasMessage("the database went away");

        assertThat(notice().isVisible()).isTrue();
    }

    private DatePicker day() {
        return (DatePicker) panel.getChildren()
                .filter(DatePicker.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private Notice notice() {
        return (Notice)
                panel.getChildren().filter(Notice.class::isInstance).findFirst().orElseThrow();
    }

    private final class Upload extends UploadEvent {

        private final List<String> rejected = new ArrayList<>();

        Upload() {
            super(null, null, null, "notices.csv", 7, "text/csv", new Element("vaadin-upload"), null);
        }

        @Override
        public UI getUI() {
            return window;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream("notice\n".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void reject(String message) {
            rejected.add(message);
        }
    }

    @Vetoed
    private static final class FailingNotices extends FakeExpiry {

        private Optional<LocalDate> toldOn = Optional.empty();

        @Override
        public Sent send(Caller caller) {
            throw new IllegalStateException("the database went away");
        }

        @Override
        public Told told(Caller caller, LocalDate day, InputStream file) {
            toldOn = Optional.of(day);
            throw new IllegalStateException("the database went away");
        }
    }
}
