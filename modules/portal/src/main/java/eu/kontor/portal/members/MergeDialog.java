package eu.kontor.portal.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.kontor.checkout.api.Merges.Comparison;
import eu.kontor.checkout.api.Merges.Merged;
import eu.kontor.checkout.api.Merges.Parting;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.portal.members.MergePresenter.Row;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.forms.StayingDialog;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.DataTable;
import eu.kontor.portalkit.look.DataTable.Cell;
import eu.kontor.portalkit.look.Notice;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Asks for the other card, shows both members side by side and what would be, and does it with a reason. */
final class MergeDialog {

    private static final int LONGEST_REASON = 200;

    private static final int LONGEST_CARD = 24;

    private MergeDialog() {}

    /** @param card of the member who stays */
    static void open(
            Component page,
            MergePresenter presenter,
            Caller caller,
            CardNumber card,
            Wording wording,
            Consumer<Merged> done) {
        LineField other = new LineField(page.getTranslation("members.merge.other"));
        other.setHelperText(page.getTranslation("members.merge.otherHelp"));
        other.setMaxLength(LONGEST_CARD);
        other.setWidthFull();
        Div both = new Div();
        LineField reason = reason(page);
        StayingDialog dialog = new StayingDialog(
                page.getTranslation("members.merge.dialog", card.grouped()),
                page.getTranslation("members.merge.confirm"),
                page.getTranslation("members.cancel"));
        dialog.setWidth("40rem");
        dialog.warn();
        AtomicReference<Optional<CardNumber>> seen = new AtomicReference<>(Optional.empty());
        // What is shown is of the card that stands there.
        other.addValueChangeListener(change -> {
            both.removeAll();
            dialog.settle();
            seen.set(Optional.empty());
        });
        Runnable look = () -> {
            both.removeAll();
            dialog.settle();
            CardNumber typed = CardNumber.parse(other.getValue());
            Comparison compared = presenter.compare(caller, typed, card);
            both.add(table(page, compared, wording, caller));
            both.add(verdict(page, MergePresenter.problem(compared.refusal(), caller), compared.after(), wording));
            seen.set(Optional.of(typed));
        };
        Button compare = new Button(page.getTranslation("members.merge.compare"));
        compare.addClickListener(click -> {
            try {
                look.run();
            } catch (Refusal refusal) {
                dialog.complain(refusal.sentence(caller.language()));
            }
        });
        dialog.whenConfirmed(caller.language(), () -> {
            if (seen.get().isEmpty()) {
                look.run();
                dialog.complain(page.getTranslation("members.merge.lookFirst"));
                return false;
            }
            if (isMissing(page, reason)) {
                return false;
            }
            Merged merged = presenter.merge(
                    caller, seen.get().orElseThrow(), card, reason.getValue().strip());
            Notice.overPage(
                    page.getTranslation("members.merge.done", wording.formats().points(merged.available())));
            done.accept(merged);
            return true;
        });
        dialog.show(new Paragraph(page.getTranslation("members.merge.text")), other, compare, both, reason);
    }

    /** @param card of the member who was merged */
    static void openUndo(
            Component page,
            MergePresenter presenter,
            Caller caller,
            CardNumber card,
            Wording wording,
            Consumer<Merged> done) {
        LineField reason = reason(page);
        StayingDialog dialog = new StayingDialog(
                page.getTranslation("members.merge.undoTitle", card.grouped()),
                page.getTranslation("members.merge.undoConfirm"),
                page.getTranslation("members.cancel"));
        Div after = new Div();
        Parting parting = presenter.parting(caller, card);
        MergePresenter.problem(parting.refusal(), caller)
                .ifPresentOrElse(
                        sentence -> after.add(new Notice(Notice.Kind.ERROR, sentence)),
                        () -> after.add(new Paragraph(page.getTranslation(
                                "members.merge.undoAfter",
                                wording.formats().points(parting.merged().available()),
                                wording.formats().points(parting.surviving().available())))));
        dialog.whenConfirmed(caller.language(), () -> {
            if (isMissing(page, reason)) {
                return false;
            }
            done.accept(presenter.undo(caller, card, reason.getValue().strip()));
            return true;
        });
        dialog.show(new Paragraph(page.getTranslation("members.merge.undoText")), after, reason);
    }

    private static LineField reason(Component page) {
        LineField reason = new LineField(page.getTranslation("members.card.reason"));
        reason.setHelperText(page.getTranslation("members.merge.reasonHelp"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        return reason;
    }

    private static boolean isMissing(Component page, LineField reason) {
        boolean isMissing = reason.getValue().isBlank();
        reason.setErrorMessage(page.getTranslation("members.card.reasonMissing"));
        reason.setInvalid(isMissing);
        if (isMissing) {
            reason.focus();
        }
        return isMissing;
    }

    private static Component table(Component page, Comparison both, Wording wording, Caller caller) {
        String goes = page.getTranslation("members.merge.goes");
        String stays = page.getTranslation("members.merge.stays");
        DataTable table = new DataTable(page.getTranslation("members.merge.title"))
                .headings(Cell.words(""), Cell.words(goes), Cell.words(stays));
        for (Row row : MergePresenter.rows(both, wording, page::getTranslation, caller)) {
            table.row(
                    Cell.words(row.label()),
                    cell(row.merged(), row.differs()).labelled(goes),
                    cell(row.surviving(), row.differs()).labelled(stays));
        }
        return table;
    }

    /** What differs stands out. */
    private static Cell cell(String text, boolean differs) {
        Span words = new Span(text);
        if (differs) {
            words.addClassName("k-strong");
        }
        return Cell.of(words);
    }

    private static Component verdict(
            Component page, Optional<String> problem, Optional<MemberBalance> after, Wording wording) {
        if (problem.isPresent()) {
            return new Notice(Notice.Kind.ERROR, problem.get());
        }
        MemberBalance balance = after.orElseThrow();
        String text = balance.debt().isZero() ? "members.merge.after" : "members.merge.afterDebt";
        return new Paragraph(page.getTranslation(
                text,
                wording.formats().points(balance.available()),
                wording.formats().points(balance.pending()),
                wording.formats().points(balance.debt())));
    }
}
