package eu.kontor.portal.imports;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.UploadEvent;
import eu.kontor.feeds.api.FeedTrials.Sketch;
import eu.kontor.feeds.api.FeedTrials.Trial;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.i18n.UploadWords;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.portalkit.shell.Wordings;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;

/** Maps a file's columns: a sample is dropped, what it looks like is shown and completed, tried, and kept as a draft. */
@Route(value = Places.NEW_LAYOUT, layout = MainLayout.class)
@ForRoles({Role.ADMIN, Role.FINANCE})
public final class NewLayoutView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int MEBIBYTE = 1 << 20;

    private final transient LayoutPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;
    private final Notice notice = new Notice();
    private final Div mapped = new Div();
    private final Div tried = new Div();
    private final DraftsPanel drafts;
    private transient LayoutPresenter.Sample sample;

    @Inject
    public NewLayoutView(LayoutPresenter presenter, SignedInCaller current, Wordings words) {
        super("imports.layout.title");
        this.presenter = presenter;
        this.caller = current.caller();
        this.wording = words.of(caller);
        this.drafts = new DraftsPanel(presenter, caller, wording);
        lead(getTranslation("imports.layout.intro"));
        actions(new RouterLink(getTranslation("imports.layout.back"), ImportsView.class));
        mapped.addClassName("k-view-content");
        tried.getElement().setAttribute("aria-live", "polite");
        show(new Panel(getTranslation("imports.layout.sample"), upload()), notice, mapped, tried, drafts);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        drafts.refresh();
    }

    private Upload upload() {
        String largest = LayoutPresenter.LARGEST_SAMPLE_MEBIBYTES + " MB";
        Upload upload = new Upload(this::receive);
        upload.setAcceptedFileExtensions(".csv", ".txt", ".tsv", ".gz", ".zip", ".xlsx");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LayoutPresenter.LARGEST_SAMPLE_MEBIBYTES * MEBIBYTE);
        upload.setDropLabel(new Span(getTranslation("imports.drop")));
        upload.setUploadButton(new Button(getTranslation("imports.choose")));
        upload.setI18n(UploadWords.in(
                caller.language(),
                new UploadWords.Field(
                        getTranslation("imports.choose"),
                        getTranslation("imports.drop"),
                        getTranslation("imports.layout.tooLarge", largest),
                        getTranslation("imports.wrongType"))));
        upload.addFileRejectedListener(rejected -> notice.error(rejected.getErrorMessage()));
        return upload;
    }

    /** Runs on the upload's own request; the browser window hears of the outcome. */
    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        try (InputStream content = event.getInputStream()) {
            LayoutPresenter.Sample received = new LayoutPresenter.Sample(event.getFileName(), content.readAllBytes());
            Trial trial = presenter.look(caller, received);
            ui.access(() -> look(received, trial));
        } catch (Refusal refusal) {
            ui.access(() -> notice.error(refusal.sentence(caller.language())));
            event.reject(refusal.sentence(caller.language()));
        }
    }

    private void look(LayoutPresenter.Sample received, Trial trial) {
        sample = received;
        notice.hide();
        mapped.removeAll();
        tried.removeAll();
        Optional<Sketch> sketch = trial.sketch();
        if (sketch.isPresent()) {
            map(sketch.get());
        } else if (trial.refusal().isPresent()) {
            notice.error(trial.refusal().get());
        } else {
            notice.say(Notice.Kind.SUCCESS, getTranslation("imports.layout.known", trial.mapping()));
            tried.add(new TrialPanel(trial, wording));
        }
    }

    private void map(Sketch sketch) {
        MappingForm form = new MappingForm(sketch, presenter.layouts(), presenter.outlets(caller));
        Button attempt = new Button(
                getTranslation("imports.layout.try"),
                click -> attempt(() -> presenter.completed(sketch, form.choice())));
        attempt.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button save = new Button(
                getTranslation("imports.layout.save"), click -> save(() -> presenter.completed(sketch, form.choice())));
        Div buttons = new Div(attempt, save);
        buttons.addClassName("k-view-actions");
        mapped.add(
                new Panel(getTranslation("imports.layout.lines"), new FirstLinesTable(sketch)),
                new Panel(
                        getTranslation("imports.layout.columns"),
                        new Paragraph(getTranslation("imports.layout.columns.text")),
                        form,
                        buttons));
    }

    private void attempt(Supplier<String> mapping) {
        tried.removeAll();
        act(() -> {
            Trial trial = presenter.attempt(caller, sample, mapping.get());
            if (trial.refusal().isPresent()) {
                notice.error(trial.refusal().get());
            } else {
                tried.add(new TrialPanel(trial, wording));
            }
        });
    }

    private void save(Supplier<String> mapping) {
        act(() -> {
            String name = presenter.save(caller, mapping.get());
            notice.say(Notice.Kind.SUCCESS, getTranslation("imports.layout.saved", name));
            drafts.refresh();
        });
    }

    private void act(Runnable action) {
        notice.hide();
        try {
            action.run();
        } catch (Refusal refusal) {
            notice.error(refusal.sentence(caller.language()));
        }
    }
}
