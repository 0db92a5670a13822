package eu.kontor.portal.settlement;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import eu.kontor.kernel.Caller;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.proof.api.LedgerIsCoherent.Finding;
import eu.kontor.proof.api.Verifications.Outcome;
import eu.kontor.proof.api.Verifications.Standing;
import eu.kontor.proof.api.Verifications.Underway;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What the last verification of the ledger found, how far one is that is under way, and the button that begins one. */
final class VerificationPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int POLL_MILLISECONDS = 1_000;
    private static final int NEVER = -1;

    private final transient SealPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;
    private final Button begin;
    private final Notice result = new Notice();
    private final Paragraph who = new Paragraph();
    private final UnorderedList findings = new UnorderedList();
    private final ProgressBar bar = new ProgressBar();
    private final Span figures = new Span();
    private final Div progress = new Div(bar, figures);
    private transient Registration polling;
    private transient Instant followed;

    VerificationPanel(SealPresenter presenter, Caller caller, Wording wording) {
        this.presenter = presenter;
        this.caller = caller;
        this.wording = wording;
        addClassName("k-verification");
        begin = new Button(getTranslation("settlement.verify.now"), click -> begin());
        who.addClassName("k-quiet");
        findings.addClassNames("k-plain-list", "k-findings");
        bar.getElement().setAttribute("aria-label", getTranslation("settlement.verify"));
        progress.addClassName("k-progress");
        figures.addClassName("k-quiet");
        add(result, who, findings, progress, begin);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show(presenter.verification(caller), event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        poll(event.getUI(), false);
    }

    private void begin() {
        followed = presenter.verify(caller).beganAt();
        show(presenter.verification(caller), UI.getCurrent());
    }

    private void show(Standing standing, UI ui) {
        standing.underway().ifPresent(this::follow);
        boolean underway = standing.underway().isPresent();
        progress.setVisible(underway);
        begin.setEnabled(!underway);
        poll(ui, underway);
        standing.latest().ifPresentOrElse(this::tell, this::tellThatNever);
        if (!underway && followed != null) {
            boolean ended = standing.latest().map(Outcome::beganAt).equals(Optional.of(followed));
            if (!ended) {
                result.error(getTranslation("settlement.verify.broken"));
            }
            followed = null;
        }
    }

    private void follow(Underway underway) {
        followed = underway.beganAt();
        Formats formats = wording.formats();
        bar.setIndeterminate(underway.of() == 0);
        bar.setValue(underway.of() == 0 ? 0 : Math.min(1, underway.done() / (double) underway.of()));
        figures.setText(getTranslation(
                "settlement.verify." + underway.step().name().toLowerCase(Locale.ROOT),
                formats.count(underway.done()),
                formats.count(underway.of())));
    }

    private void tell(Outcome outcome) {
        Formats formats = wording.formats();
        String when = formats.momentNear(outcome.endedAt(), wording.clock().instant(), wording.zone());
        findings.removeAll();
        if (outcome.isIntact()) {
            result.say(
                    Notice.Kind.SUCCESS,
                    getTranslation(
                            "settlement.verify.intact",
                            formats.count(outcome.transfers()),
                            formats.count(outcome.seals())));
        } else {
            result.error(Texts.counted(
                    "settlement.verify.differs", outcome.findings().size(), caller.language()));
            outcome.findings().forEach(finding -> findings.add(item(finding)));
        }
        String asked = outcome.by()
                .map(name -> getTranslation("settlement.verify.by", name))
                .orElseGet(() -> getTranslation("settlement.verify.daily"));
        long seconds = Math.max(
                1, Duration.between(outcome.beganAt(), outcome.endedAt()).toSeconds());
        who.setText(getTranslation("settlement.verify.when", when, formats.count(seconds), asked));
        findings.setVisible(!outcome.isIntact());
    }

    private void tellThatNever() {
        result.say(Notice.Kind.PLAIN, getTranslation("settlement.verify.never"));
        who.setText("");
        findings.setVisible(false);
    }

    private static ListItem item(Finding finding) {
        Span rule = new Span(finding.rule());
        rule.addClassNames("k-quiet", "k-code");
        return new ListItem(new Span(finding.where()), rule);
    }

    private void poll(UI ui, boolean wanted) {
        if (wanted && polling == null) {
            ui.setPollInterval(POLL_MILLISECONDS);
            polling = ui.addPollListener(poll -> show(presenter.verification(caller), ui));
        } else if (!wanted && polling != null) {
            ui.setPollInterval(NEVER);
            polling.remove();
            polling = null;
        }
    }
}
