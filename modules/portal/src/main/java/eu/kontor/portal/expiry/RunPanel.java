package eu.kontor.portal.expiry;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import eu.kontor.expiry.api.Expiry.Expired;
import eu.kontor.expiry.api.Expiry.Progress;
import eu.kontor.expiry.api.Expiry.RunState;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.portalkit.forms.StayingDialog;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.look.Notice;
import java.util.Optional;

/** How far the last run came; begins one, goes on with one that was stopped or interrupted, and stops one. */
final class RunPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int POLL_MILLISECONDS = 1_000;
    private static final int NEVER = -1;

    private final transient ExpiryPresenter presenter;
    private final transient BackgroundWork background;
    private final transient Caller caller;
    private final transient Wording wording;
    private final transient Runnable whenExpired;
    private final Notice notice = new Notice();
    private final Paragraph state = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Button run = new Button();
    private final Button stop = new Button(getTranslation("expiry.run.stop"));
    private boolean begunHere;
    private boolean underWay;
    private transient Registration polling;

    RunPanel(
            ExpiryPresenter presenter,
            BackgroundWork background,
            Caller caller,
            Wording wording,
            Runnable whenExpired) {
        this.presenter = presenter;
        this.background = background;
        this.caller = caller;
        this.wording = wording;
        this.whenExpired = whenExpired;
        addClassName("k-form");
        state.getElement().setAttribute("role", "status");
        bar.setIndeterminate(true);
        bar.setVisible(false);
        bar.getElement().setAttribute("aria-label", getTranslation("expiry.run.working"));
        run.setText(getTranslation("expiry.run.begin", wording.formats().day(presenter.today())));
        run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        run.addClickListener(click -> confirm());
        stop.addClickListener(click -> {
            presenter.stop(caller);
            look(UI.getCurrent());
        });
        add(notice, new Paragraph(getTranslation("expiry.run.text")), state, bar, run, stop);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        look(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        poll(event.getUI(), false);
    }

    /** Reads how far the run is, and goes on looking while one is under way, whoever began it. */
    private void look(UI ui) {
        Optional<Progress> progress = presenter.progress(caller);
        boolean running = progress.map(Progress::state).equals(Optional.of(RunState.RUNNING));
        boolean interrupted = progress.map(Progress::state).equals(Optional.of(RunState.INTERRUPTED));
        boolean ended = underWay && !running && !begunHere;
        underWay = running || begunHere;
        show(progress.orElse(null));
        stop.setVisible(running || interrupted);
        bar.setVisible(underWay);
        poll(ui, underWay && isAttached());
        if (ended) {
            whenExpired.run();
        }
    }

    private void show(Progress progress) {
        state.setText(
                progress == null ? getTranslation("expiry.run.none") : ExpiryPresenter.howFarItCame(progress, wording));
    }

    private void confirm() {
        StayingDialog dialog = new StayingDialog(
                getTranslation("expiry.run.confirm.title"),
                getTranslation("expiry.run.confirm.yes"),
                getTranslation("expiry.run.confirm.no"));
        dialog.warn();
        dialog.whenConfirmed(wording.language(), () -> {
            begin();
            return true;
        });
        dialog.show(new Paragraph(getTranslation("expiry.run.confirm.text")));
    }

    void begin() {
        UI ui = UI.getCurrent();
        notice.hide();
        run.setEnabled(false);
        begunHere = true;
        background.load(ui, this::expire, () -> settle(ui), outcome -> {
            say(outcome);
            look(ui);
        });
        look(ui);
    }

    private void settle(UI ui) {
        begunHere = false;
        run.setEnabled(true);
        bar.setVisible(false);
        poll(ui, false);
    }

    /** What expired, or the refusal. */
    private Object expire() {
        try {
            return presenter.run(caller);
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    private void say(Object outcome) {
        if (outcome instanceof Refusal refusal) {
            notice.error(refusal.sentence(caller.language()));
        } else if (outcome instanceof Expired expired) {
            notice.say(
                    Notice.Kind.SUCCESS,
                    getTranslation(
                            "expiry.run.done",
                            wording.formats().count(expired.members()),
                            wording.points(expired.points())));
        }
    }

    private void poll(UI ui, boolean wanted) {
        if (wanted && polling == null) {
            ui.setPollInterval(POLL_MILLISECONDS);
            polling = ui.addPollListener(poll -> look(ui));
        } else if (!wanted && polling != null) {
            ui.setPollInterval(NEVER);
            polling.remove();
            polling = null;
        }
    }
}
