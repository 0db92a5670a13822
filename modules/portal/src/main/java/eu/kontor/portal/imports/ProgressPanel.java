package eu.kontor.portal.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.portalkit.i18n.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One import under way: how far, how fast, how long still; stop and go on. */
final class ProgressPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final Locale language;
    private final Formats formats;
    private final ProgressBar bar = new ProgressBar();
    private final Span figures = new Span();
    private final Button stop;
    private final Button resume;

    ProgressPanel(FeedReceipt receipt, Locale language, Runnable stopping, Runnable resuming) {
        this.language = language;
        this.formats = Formats.in(language);
        addClassName("k-progress");
        Span name = new Span(receipt.fileName());
        name.addClassName("k-strong");
        stop = new Button(getTranslation("imports.stop"), click -> stopping.run());
        resume = new Button(getTranslation("imports.resume"), click -> resuming.run());
        stop.setAriaLabel(getTranslation("imports.stop") + " " + receipt.fileName());
        resume.setAriaLabel(getTranslation("imports.resume") + " " + receipt.fileName());
        stop.addThemeVariants(ButtonVariant.LUMO_SMALL);
        resume.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
        Div head = new Div(name, stop, resume);
        head.addClassName("k-progress-head");
        bar.getElement().setAttribute("aria-label", getTranslation("imports.progress.label", receipt.fileName()));
        figures.addClassName("k-quiet");
        add(head, bar, figures);
        update(receipt);
    }

    void update(FeedReceipt receipt) {
        ImportProgress progress = ImportProgress.of(receipt);
        boolean underWay = ImportsPresenter.isUnderWay(receipt);
        bar.setIndeterminate(underWay && progress.fraction().isEmpty());
        bar.setValue(progress.fraction().orElse(0));
        stop.setVisible(underWay);
        resume.setVisible(receipt.state() == State.STOPPED);
        figures.setText(
                receipt.state() == State.STOPPED
                        ? getTranslation("imports.stopped.text", formats.count(receipt.linesRead()))
                        : words(receipt, progress));
    }

    private String words(FeedReceipt receipt, ImportProgress progress) {
        if (receipt.linesTotal().isEmpty()) {
            return getTranslation("imports.progress.waiting");
        }
        List<String> parts = new ArrayList<>();
        parts.add(getTranslation(
                "imports.progress.lines",
                formats.count(receipt.linesRead()),
                formats.count(receipt.linesTotal().get())));
        if (progress.linesPerSecond() > 0) {
            parts.add(getTranslation("imports.progress.rate", formats.count(progress.linesPerSecond())));
        }
        progress.remaining()
                .ifPresent(
                        left -> parts.add(getTranslation("imports.progress.remaining", Durations.of(left, language))));
        return String.join(" · ", parts);
    }
}
