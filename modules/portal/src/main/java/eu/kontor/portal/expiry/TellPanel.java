package eu.kontor.portal.expiry;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadEvent;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.notification.api.MemberNotices.Sent;
import eu.kontor.notification.api.MemberNotices.Told;
import eu.kontor.portalkit.forms.PressBinder;
import eu.kontor.portalkit.i18n.DayWords;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.UploadWords;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.look.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Telling members: by mail at once, or by letter with a list that goes out and comes back. */
final class TellPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MEBIBYTE = 1 << 20;
    /** A million notices. */
    private static final int LARGEST_MEBIBYTES = 100;

    private final transient ExpiryPresenter presenter;
    private final transient BackgroundWork background;
    private final transient Caller caller;
    private final transient Wording wording;
    private final transient Runnable whenTold;
    private final Notice notice = new Notice();
    private final DatePicker toldOn = new DatePicker();
    private final PressBinder<AtomicReference<LocalDate>> binder = new PressBinder<>();

    TellPanel(ExpiryPresenter presenter, BackgroundWork background, Caller caller, Wording wording, Runnable whenTold) {
        this.presenter = presenter;
        this.background = background;
        this.caller = caller;
        this.wording = wording;
        this.whenTold = whenTold;
        addClassName("k-form");
        Button send = new Button(getTranslation("expiry.send"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> send(send));
        LocalDate today = presenter.today();
        toldOn.setLabel(getTranslation("expiry.toldOn"));
        toldOn.setI18n(DayWords.in(caller.language()));
        toldOn.setLocale(caller.language());
        toldOn.setMax(today);
        toldOn.setValue(today);
        toldOn.setRequiredIndicatorVisible(true);
        binder.forField(toldOn)
                .withValidator(Objects::nonNull, getTranslation("expiry.toldOn.missing"))
                .bind(AtomicReference::get, AtomicReference::set);
        add(
                notice,
                new H3(getTranslation("expiry.byMail")),
                new Paragraph(getTranslation("expiry.byMail.text")),
                send,
                new H3(getTranslation("expiry.byLetter")),
                new Paragraph(getTranslation("expiry.byLetter.text")),
                list(),
                toldOn,
                upload());
    }

    private Anchor list() {
        DownloadHandler unreachable = event -> {
            event.setFileName("notices-" + presenter.today() + ".csv");
            event.setContentType("text/csv;charset=UTF-8");
            presenter.writeUnreachable(caller, event.getOutputStream());
        };
        return new Anchor(unreachable, getTranslation("expiry.byLetter.list"));
    }

    private Upload upload() {
        Upload upload = new Upload(this::receive);
        upload.setAcceptedFileExtensions(".csv", ".txt", ".xlsx", ".gz", ".zip");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST_MEBIBYTES * MEBIBYTE);
        upload.setDropLabel(new Span(getTranslation("expiry.byLetter.drop")));
        upload.setUploadButton(new Button(getTranslation("expiry.byLetter.choose")));
        upload.setI18n(UploadWords.in(
                caller.language(),
                new UploadWords.Field(
                        getTranslation("expiry.byLetter.choose"),
                        getTranslation("expiry.byLetter.drop"),
                        getTranslation("expiry.byLetter.tooLarge", LARGEST_MEBIBYTES + " MB"),
                        getTranslation("expiry.byLetter.wrongType"))));
        upload.addFileRejectedListener(rejected -> notice.error(rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        return upload;
    }

    void send(Button send) {
        notice.hide();
        background.load(UI.getCurrent(), () -> presenter.send(caller), () -> send.setEnabled(true), sent -> {
            say(sent);
            whenTold.run();
        });
    }

    private void say(Sent sent) {
        if (!sent.isPossible()) {
            notice.error(getTranslation("expiry.send.impossible"));
        } else if (sent.members() == 0) {
            notice.say(Notice.Kind.PLAIN, getTranslation("expiry.send.nobody"));
        } else {
            notice.say(Notice.Kind.SUCCESS, Texts.counted("expiry.send.done", sent.members(), wording.language()));
        }
    }

    /** Runs on the upload's own request; the browser window hears of the outcome. */
    void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        AtomicReference<LocalDate> day = new AtomicReference<>();
        ui.accessSynchronously(() -> binder.read(day));
        if (day.get() == null) {
            event.reject(getTranslation("expiry.toldOn.missing"));
            return;
        }
        try (InputStream content = event.getInputStream()) {
            Told told = presenter.told(caller, day.get(), content);
            ui.access(() -> say(told));
        } catch (Refusal refusal) {
            refuse(event, refusal.sentence(caller.language()));
        } catch (IOException | RuntimeException broken) {
            ui.access(() -> notice.error(getTranslation("expiry.byLetter.interrupted")));
            throw broken;
        }
    }

    private void refuse(UploadEvent event, String sentence) {
        event.getUI().access(() -> notice.error(sentence));
        event.reject(sentence);
    }

    private void say(Told told) {
        notice.say(
                Notice.Kind.SUCCESS,
                getTranslation(
                        "expiry.byLetter.done",
                        wording.formats().count(told.recorded()),
                        wording.formats().count(told.leftOut())));
        whenTold.run();
    }
}
