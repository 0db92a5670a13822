package eu.kontor.portal.program;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.portal.places.Places;
import eu.kontor.portal.program.DraftForm.Locks;
import eu.kontor.portalkit.forms.StayingDialog;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.Address;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.portalkit.shell.Wordings;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.ProgramDraft;
import eu.kontor.program.api.ProgramDraft.State;
import eu.kontor.program.api.ProgramDrafts.Seen;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramVersions.Element;
import eu.kontor.program.api.ProgramVersions.Owner;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One draft: its fields, what it would change, a bill by it, and its way to a version. What is typed is kept as soon as it can be. */
@Route(value = Places.PROGRAM_DRAFT, layout = MainLayout.class)
@ForRoles({Role.ADMIN, Role.OPERATOR})
public final class DraftView extends ViewFrame implements HasUrlParameter<String> {

    private static final long serialVersionUID = 1L;

    private final transient ProgramPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;
    private final Notice notice = new Notice();
    private final Div kept = new Div();
    private final Div ways = new Div();
    private transient Tenant brand;
    private transient ProgramDraft draft;
    private transient PlanPanel plan;
    private transient boolean isReopened;

    @Inject
    public DraftView(ProgramPresenter presenter, SignedInCaller current, Wordings words) {
        super("program.draft.title");
        this.presenter = presenter;
        this.caller = current.caller();
        this.wording = words.of(caller);
        kept.addClassNames("k-quiet", "k-program-kept");
        kept.getElement().setAttribute("aria-live", "polite");
        ways.addClassName("k-program-ways");
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        Address address = Address.of(Places.PROGRAM, event.getLocation().getQueryParameters());
        brand = presenter
                .brand(caller, address.choice(ProgramView.OF))
                .orElseThrow(() -> new Refusal(RefusalCode.PROGRAM_DRAFT_UNKNOWN, "id", id));
        try {
            draft = presenter.draft(caller, brand.slug(), Long.parseLong(id));
        } catch (NumberFormatException e) {
            throw new Refusal(RefusalCode.PROGRAM_DRAFT_UNKNOWN, "id", id);
        }
        refresh();
    }

    private void refresh() {
        clear();
        heading(draft.name().isEmpty() ? getTranslation("program.draft.number", draft.id()) : draft.name());
        lead(getTranslation(
                "program.draft.lead",
                brand.name(),
                draft.base(),
                draft.madeBy().name(),
                getTranslation("program.state." + draft.state())));
        plan = new PlanPanel(wording);
        ExamplePanel example = new ExamplePanel(presenter, caller, brand, draft.program());
        DraftForm form =
                new DraftForm(new DraftForm.Desk(presenter, caller, brand), draft.program(), locks(), program -> {
                    example.follow(program);
                    save(program);
                });
        Div beside = new Div(
                plan,
                example,
                new StepsPanel(
                        presenter.steps(caller, brand.slug(), draft.id()),
                        wording,
                        said -> act(
                                "program.done.comment",
                                () -> presenter.comment(caller, brand.slug(), draft.id(), said))));
        beside.addClassName("k-draft-beside");
        Div columns = new Div(form, beside);
        columns.addClassName("k-draft-columns");
        columns.setClassName("k-plan-first", !isWritable());
        show(notice, ways, kept, columns);
        showWays();
        showPlan();
    }

    private boolean isWritable() {
        boolean isBeingWritten = draft.state() == State.DRAFT || draft.state() == State.CHANGES_REQUESTED;
        return ProgramPresenter.mayWrite(caller) && draft.state().isOpen() && (isBeingWritten || isReopened);
    }

    /** What files decide is locked, says so, and can be taken. */
    private Locks locks() {
        if (!isWritable()) {
            return new Locks(false, element -> null);
        }
        Set<ProgramElement> ofFiles = presenter.elements(caller, brand.slug()).stream()
                .filter(element -> element.owner() == Owner.FILES)
                .map(Element::element)
                .collect(Collectors.toSet());
        return new Locks(true, element -> ofFiles.contains(element) ? lock(element) : null);
    }

    private Component lock(ProgramElement element) {
        Span says = new Span(getTranslation("program.lock"));
        says.addClassName("k-quiet");
        Button take = new Button(getTranslation("program.lock.take"), click -> {
            StayingDialog sure = new StayingDialog(
                    getTranslation("program.lock.take.title"),
                    getTranslation("program.lock.take"),
                    getTranslation("program.cancel"));
            sure.whenConfirmed(caller.language(), () -> {
                presenter.take(caller, brand.slug(), element);
                done("program.done.taken", presenter.draft(caller, brand.slug(), draft.id()));
                return true;
            });
            sure.show(new Paragraph(getTranslation("program.lock.take.text")));
        });
        take.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div lock = new Div(says, take);
        lock.addClassName("k-program-lock");
        return lock;
    }

    /** What was refused stays in the fields; only the draft as it is on the server is read again when somebody asks for it. */
    private void save(Program program) {
        try {
            draft = presenter.save(caller, brand.slug(), seen(), program);
            isReopened = isReopened && draft.state() != State.DRAFT;
            notice.hide();
            kept.setText(getTranslation("program.kept"));
            showWays();
            showPlan();
        } catch (Refusal refusal) {
            kept.setText("");
            notice.error(refusal.sentence(caller.language()));
            if (refusal.code() == RefusalCode.PROGRAM_DRAFT_CHANGED) {
                ways.removeAll();
                ways.add(new Button(
                        getTranslation("program.readAgain"),
                        click -> act("program.done.read", () -> presenter.draft(caller, brand.slug(), draft.id()))));
            }
        }
    }

    private void showPlan() {
        plan.show(presenter.plan(caller, brand.slug(), draft.id()));
    }

    private void showWays() {
        ways.removeAll();
        if (!draft.state().isOpen()) {
            return;
        }
        boolean mayWrite = ProgramPresenter.mayWrite(caller);
        if (draft.stale() && mayWrite) {
            notice.say(Notice.Kind.WARNING, getTranslation("program.stale", draft.base()));
            ways.add(
                    first("program.merge", "program.done.merged", () -> presenter.merge(caller, brand.slug(), seen())));
        } else if (isWritable()) {
            ways.add(first(
                    "program.submit", "program.done.submitted", () -> presenter.submit(caller, brand.slug(), seen())));
        }
        if (draft.mayApprove() && !draft.stale()) {
            ways.add(
                    first(
                            "program.approve",
                            "program.done.approved",
                            () -> presenter.approve(caller, brand.slug(), seen())),
                    sendBack());
        }
        if (draft.state() == State.APPROVED && mayWrite && !draft.stale()) {
            ways.add(new PublishBar(
                    wording,
                    presenter.plan(caller, brand.slug(), draft.id()),
                    day -> act("program.done.published", () -> presenter.publish(caller, brand.slug(), seen(), day))));
        }
        if (mayWrite && !isWritable() && !draft.stale()) {
            ways.add(new Button(getTranslation("program.reopen"), click -> {
                isReopened = true;
                refresh();
            }));
        }
        if (mayWrite) {
            Button withdraw = new Button(getTranslation("program.withdraw"), click -> askToWithdraw());
            withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            ways.add(withdraw);
        }
    }

    /** A draft that was withdrawn is not written on. */
    private void askToWithdraw() {
        StayingDialog sure = new StayingDialog(
                getTranslation("program.withdraw.title"),
                getTranslation("program.withdraw"),
                getTranslation("program.cancel"));
        sure.warn();
        sure.whenConfirmed(caller.language(), () -> {
            done("program.done.withdrawn", presenter.withdraw(caller, brand.slug(), seen()));
            return true;
        });
        sure.show(new Paragraph(getTranslation("program.withdraw.text")));
    }

    private Button sendBack() {
        return new Button(
                getTranslation("program.sendBack"),
                click -> RemarkDialog.open(
                        getTranslation("program.sendBack"),
                        getTranslation("program.sendBack.why"),
                        caller.language(),
                        why -> done(
                                "program.done.sentBack", presenter.requestChanges(caller, brand.slug(), seen(), why))));
    }

    private Button first(String label, String done, Supplier<ProgramDraft> act) {
        Button button = new Button(getTranslation(label), click -> act(done, act));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private void act(String done, Supplier<ProgramDraft> act) {
        try {
            done(done, act.get());
        } catch (Refusal refusal) {
            notice.error(refusal.sentence(caller.language()));
        }
    }

    private void done(String done, ProgramDraft after) {
        draft = after;
        isReopened = false;
        kept.setText("");
        notice.say(Notice.Kind.SUCCESS, getTranslation(done, number()));
        refresh();
    }

    private String number() {
        return String.valueOf(draft.publishedAs().orElse(draft.base()));
    }

    private Seen seen() {
        return new Seen(draft.id(), draft.revision());
    }
}
