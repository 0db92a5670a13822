package eu.kontor.portal.corrections;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import eu.kontor.checkout.api.Corrections.Correction;
import eu.kontor.checkout.api.Corrections.State;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.portal.corrections.CorrectionsPresenter.Line;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.forms.StayingDialog;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.Awaited;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.portalkit.shell.Wordings;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The inbox of what waits for a second person, and what was given lately; the operator's shows all brands. */
@Route(value = Places.CORRECTIONS, layout = MainLayout.class)
@ForRoles({Role.ADMIN, Role.FRONT_DESK, Role.OPERATOR})
@Menu(title = "corrections.nav", icon = "corrections", order = 25)
public final class CorrectionsView extends ViewFrame {

    private static final long serialVersionUID = 1L;

    /** About as high as two short lists. */
    private static final int SKELETON_LINES = 8;

    private final transient CorrectionsPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;
    private final Notice notice = new Notice();
    private final Awaited lists;

    @Inject
    public CorrectionsView(
            CorrectionsPresenter presenter, BackgroundWork background, SignedInCaller current, Wordings words) {
        super("corrections.title");
        this.presenter = presenter;
        this.lists = new Awaited(background, SKELETON_LINES);
        this.caller = current.caller();
        this.wording = words.of(caller);
        lead(
                caller.tenant().isEmpty()
                        ? getTranslation("corrections.leadOperator")
                        : getTranslation(
                                "corrections.lead",
                                wording.formats()
                                        .points(presenter.rules(caller).limit().atOnce()),
                                wording.formats()
                                        .points(presenter.rules(caller).limit().aDay())));
        lists.addClassName("k-corrections");
        show(new Div(notice, lists));
        refresh();
    }

    private void refresh() {
        lists.ask(
                UI.getCurrent(),
                () -> presenter.lines(caller),
                lines -> lists.add(
                        panel("corrections.waiting", "corrections.waiting.none", lines, true),
                        panel("corrections.latest", "corrections.latest.none", lines, false)),
                refusal -> lists.add(new Notice(Notice.Kind.ERROR, refusal.sentence(caller.language()))));
    }

    private Panel panel(String title, String none, List<Line> lines, boolean waiting) {
        UnorderedList list = new UnorderedList();
        list.addClassName("k-correction-list");
        lines.stream()
                .filter(line -> CorrectionsPresenter.isWaiting(line.correction()) == waiting)
                .forEach(line -> list.add(item(line)));
        if (list.getComponentCount() == 0) {
            Paragraph nothing = new Paragraph(getTranslation(none));
            nothing.addClassName("k-quiet");
            return new Panel(getTranslation(title), nothing);
        }
        return new Panel(getTranslation(title), list);
    }

    private CorrectionItem item(Line line) {
        Correction correction = line.correction();
        CorrectionItem item = new CorrectionItem(line, wording);
        if (CorrectionsPresenter.mayApprove(caller, correction)) {
            Button approve = new Button(
                    getTranslation("corrections.approve"),
                    click -> decide(line, approved(correction), () -> presenter.approve(caller, line)));
            approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            item.ways().add(approve);
        }
        if (CorrectionsPresenter.mayDecline(caller, correction)) {
            String name = correction.isOwn() ? "corrections.withdraw" : "corrections.decline";
            item.ways()
                    .add(new Button(
                            getTranslation(name),
                            click -> ask(
                                    line, name, declined(correction), why -> presenter.decline(caller, line, why))));
        } else if (CorrectionsPresenter.mayTakeBack(caller, correction)) {
            String key = CorrectionsPresenter.newKey();
            Button back = new Button(
                    getTranslation("corrections.takeBack"),
                    click -> ask(
                            line,
                            "corrections.takeBack",
                            "corrections.done.takenBack",
                            why -> presenter.takeBack(caller, key, line, why)));
            back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            item.ways().add(back);
        }
        return item;
    }

    /** What was approved may have been a taking back. */
    private static String approved(Correction correction) {
        return correction.gives() ? "corrections.done.approved" : "corrections.done.takenBack";
    }

    private static String declined(Correction correction) {
        if (correction.isOwn()) {
            return "corrections.done.withdrawn";
        }
        return correction.gives() ? "corrections.done.declined" : "corrections.done.kept";
    }

    /** Why is asked where somebody gets less than was wanted; the cursor is in the reason, which stays when it is refused. */
    private void ask(Line line, String action, String done, Function<String, Correction> act) {
        LineField why = new LineField(getTranslation("corrections.why"));
        why.setWidthFull();
        why.setMaxLength(160);
        StayingDialog dialog = new StayingDialog(
                getTranslation(
                        "corrections.ask",
                        line.member(),
                        wording.formats().points(line.correction().points())),
                getTranslation(action),
                getTranslation("corrections.cancel"));
        dialog.whenConfirmed(caller.language(), () -> {
            tell(line, done, act.apply(why.getValue()));
            return true;
        });
        // Refused or left: somebody else may have decided meanwhile.
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                refresh();
            }
        });
        dialog.show(why);
    }

    private void decide(Line line, String done, Supplier<Correction> act) {
        try {
            tell(line, done, act.get());
        } catch (Refusal refusal) {
            notice.error(refusal.sentence(caller.language()));
        }
        refresh();
    }

    private void tell(Line line, String done, Correction after) {
        notice.say(
                Notice.Kind.SUCCESS,
                getTranslation(
                        after.state() == State.PROPOSED ? "corrections.done.proposed" : done,
                        line.member(),
                        wording.formats().points(after.points())));
    }
}
