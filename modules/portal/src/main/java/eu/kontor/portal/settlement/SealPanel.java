package eu.kontor.portal.settlement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.binder.Result;
import com.vaadin.flow.data.converter.Converter;
import com.vaadin.flow.server.streams.DownloadHandler;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.portal.settlement.SealPresenter.Kept;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.forms.PressBinder;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.CopyableId;
import eu.kontor.proof.api.Seals.Seal;
import eu.kontor.proof.api.StatementVerifier;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The seal that stands on the statement and is printed with it, and how to check the statement against it without trusting us. */
final class SealPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient SealPresenter presenter;
    private final transient Caller caller;
    private final transient Statement statement;
    private final String csvName;
    private final Div files = new Div();
    private final Div command = new Div();

    /** @param csvName as the statement's file is called when it is downloaded */
    SealPanel(SealPresenter presenter, Caller caller, Statement statement, String csvName, Wording wording) {
        this.presenter = presenter;
        this.caller = caller;
        this.statement = statement;
        this.csvName = csvName;
        addClassName("k-seal");
        Optional<Seal> standing = presenter.standing(caller, statement);
        if (standing.isEmpty()) {
            add(quiet(getTranslation("settlement.seal.none")));
            return;
        }
        Seal seal = standing.get();
        add(
                new Paragraph(getTranslation(
                        statement.state() == State.CLOSED ? "settlement.seal.closing" : "settlement.seal.text",
                        wording.formats().exactly(seal.sealedAt(), wording.zone()),
                        String.valueOf(seal.number()))),
                new CopyableId(seal.text()),
                howTo());
        lead(Kept.of(seal));
    }

    private Component howTo() {
        LineField kept = new LineField(getTranslation("settlement.seal.kept"));
        kept.setHelperText(getTranslation("settlement.seal.keptHint"));
        PressBinder<AtomicReference<Kept>> binder = new PressBinder<>();
        binder.forField(kept)
                .withConverter(Converter.from(this::chosen, Kept::text))
                .bind(AtomicReference::get, AtomicReference::set);
        kept.addValueChangeListener(typed -> {
            AtomicReference<Kept> chosen = new AtomicReference<>();
            if (binder.read(chosen)) {
                lead(chosen.get());
            }
        });
        OrderedList steps = new OrderedList(
                new ListItem(getTranslation("settlement.seal.step.files")),
                new ListItem(getTranslation("settlement.seal.step.read")),
                new ListItem(new Paragraph(getTranslation("settlement.seal.step.run")), command),
                new ListItem(getTranslation("settlement.seal.step.result")));
        Div body = new Div(steps, kept);
        NativeDetails how = new NativeDetails(getTranslation("settlement.seal.how"), body);
        files.addClassName("k-view-actions");
        Div all = new Div(files, how);
        all.addClassNames("k-seal-how", "k-no-print");
        return all;
    }

    /** The seal that was typed, or the newest one when nothing was. */
    private Result<Kept> chosen(String typed) {
        try {
            return Result.ok(
                    typed.isBlank()
                            ? Kept.of(presenter
                                    .standing(caller, statement)
                                    .orElseThrow(() -> new Refusal(RefusalCode.SEAL_UNKNOWN)))
                            : presenter.kept(caller, statement.window(), statement.partner(), typed));
        } catch (Refusal refusal) {
            return Result.error(
                    refusal.code() == RefusalCode.FIELD_MALFORMED
                            ? getTranslation("settlement.seal.keptWrong")
                            : refusal.sentence(caller.language()));
        }
    }

    /** Evidence and command lead to this seal from now on. */
    private void lead(Kept seal) {
        files.removeAll();
        files.add(
                button(getTranslation("settlement.seal.evidence"), evidence(seal)),
                button(getTranslation("settlement.seal.program"), program()));
        command.removeAll();
        command.add(new CopyableId(StatementVerifier.command(seal.evidenceName(csvName), seal.text(), csvName)));
        command.addClassName("k-command");
    }

    private DownloadHandler evidence(Kept seal) {
        return event -> {
            event.setFileName(seal.evidenceName(csvName));
            event.setContentType("text/plain; charset=utf-8");
            presenter.writeEvidence(
                    caller, statement.window(), statement.partner(), seal.number(), event.getOutputStream());
        };
    }

    private DownloadHandler program() {
        return event -> {
            event.setFileName(StatementVerifier.FILE_NAME);
            event.setContentType("text/plain; charset=utf-8");
            presenter.writeProgram(event.getOutputStream());
        };
    }

    private static Anchor button(String text, DownloadHandler file) {
        Anchor button = new Anchor(file, AttachmentType.DOWNLOAD, text);
        button.addClassName("k-button");
        return button;
    }

    private static Paragraph quiet(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("k-quiet");
        return paragraph;
    }
}
