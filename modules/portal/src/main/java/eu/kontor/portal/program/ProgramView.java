package eu.kontor.portal.program;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.portal.places.Places;
import eu.kontor.portal.program.ProgramPresenter.BrandLine;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.Address;
import eu.kontor.portalkit.look.EmptyState;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.portalkit.shell.Wordings;
import eu.kontor.program.api.ProgramDraft;
import eu.kontor.program.api.ProgramVersions.State;
import eu.kontor.program.api.ProgramVersions.Version;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The program on one page as guests would read it, with its drafts and versions beside. The operator chooses a brand first. */
@Route(value = Places.PROGRAM, layout = MainLayout.class)
@ForRoles({Role.ADMIN, Role.OPERATOR})
@Menu(title = "program.nav", icon = "program", order = 27)
public final class ProgramView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    /** Whose program, for who has no brand. */
    static final String OF = "of";

    private final transient ProgramPresenter presenter;
    private final transient CategoriesPresenter categories;
    private final transient Caller caller;
    private final transient Wording wording;
    private final Notice notice = new Notice();
    private transient Tenant brand;

    @Inject
    public ProgramView(
            ProgramPresenter presenter, CategoriesPresenter categories, SignedInCaller current, Wordings words) {
        super("program.title");
        this.presenter = presenter;
        this.categories = categories;
        this.caller = current.caller();
        this.wording = words.of(caller);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Address address = Address.of(Places.PROGRAM, event.getLocation().getQueryParameters());
        Optional<Tenant> whose = presenter.brand(caller, address.choice(OF));
        clear();
        if (whose.isEmpty()) {
            lead(getTranslation("program.lead.operator"));
            show(brands());
        } else {
            brand = whose.get();
            refresh();
        }
    }

    private Component brands() {
        UnorderedList list = new UnorderedList();
        list.addClassName("k-plain-list");
        for (BrandLine line : presenter.brands(caller)) {
            Anchor open = new Anchor(
                    new Address(
                                    Places.PROGRAM,
                                    java.util.Map.of(OF, line.brand().slug().value()))
                            .link(),
                    line.brand().name());
            ListItem item = new ListItem(open);
            item.addClassName("k-card-row");
            if (line.waiting() > 0) {
                Span badge = new Span(Texts.counted("program.waiting", line.waiting(), caller.language()));
                badge.addClassNames("k-badge", "k-badge-active");
                item.add(badge);
            }
            list.add(item);
        }
        return new Panel(getTranslation("program.brands"), list);
    }

    private void refresh() {
        clear();
        lead(caller.tenant().isPresent() ? getTranslation("program.lead") : brand.name());
        List<Version> versions = presenter.versions(caller, brand.slug());
        Optional<Version> inForce = versions.stream()
                .filter(version -> version.state() == State.IN_FORCE)
                .findFirst();
        if (ProgramPresenter.mayWrite(caller)) {
            Button begin = new Button(getTranslation("program.begin"), click -> begin(Optional.empty()));
            begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions(begin);
        }
        Div main = new Div(new CategoriesPanel(categories, caller, wording.formats()));
        main.addClassName("k-draft-form");
        if (inForce.isEmpty()) {
            main.add(new EmptyState(getTranslation("program.none"), getTranslation("program.none.first")));
        } else {
            main.add(asGuestsRead(inForce.get()));
            main.add(new ExamplePanel(presenter, caller, brand, inForce.get().program()));
        }
        Div beside = new Div(drafts(), new VersionsPanel(versions, wording, versionWays()));
        beside.addClassName("k-draft-beside");
        Div columns = new Div(main, beside);
        columns.addClassName("k-draft-columns");
        show(notice, columns);
    }

    private Panel asGuestsRead(Version version) {
        UnorderedList sentences = new UnorderedList();
        sentences.addClassName("k-program-sentences");
        ProgramWords.of(version.program(), wording).forEach(sentence -> sentences.add(new ListItem(sentence)));
        version.program()
                .promotions()
                .forEach(promotion -> sentences.add(new ListItem(
                        promotion.name(caller.language()) + ": " + presenter.sentence(caller, promotion))));
        Paragraph since = new Paragraph(getTranslation(
                "program.inForce",
                version.number(),
                wording.formats().day(version.program().validFrom())));
        since.addClassName("k-quiet");
        return new Panel(getTranslation("program.asRead"), sentences, since);
    }

    private Panel drafts() {
        UnorderedList list = new UnorderedList();
        list.addClassName("k-correction-list");
        presenter.drafts(caller, brand.slug()).stream()
                .filter(draft -> draft.state().isOpen())
                .forEach(draft -> list.add(item(draft)));
        if (list.getComponentCount() == 0) {
            Paragraph nothing = new Paragraph(getTranslation("program.drafts.none"));
            nothing.addClassName("k-quiet");
            return new Panel(getTranslation("program.drafts"), nothing);
        }
        return new Panel(getTranslation("program.drafts"), list);
    }

    private ListItem item(ProgramDraft draft) {
        String name = draft.name().isEmpty() ? getTranslation("program.draft.number", draft.id()) : draft.name();
        Anchor open = new Anchor(placeOf(draft), name);
        Span state = new Span(getTranslation("program.state." + draft.state()));
        state.addClassNames("k-badge", draft.mayApprove() ? "k-badge-active" : "k-badge-good");
        Div head = new Div(open, state);
        head.addClassName("k-correction-who");
        Span who = new Span(getTranslation(
                "program.changed",
                draft.changedBy().name(),
                wording.formats()
                        .momentNear(draft.changedBy().at(), wording.clock().instant(), wording.zone())));
        who.addClassName("k-quiet");
        ListItem item = new ListItem(head, who);
        item.addClassName("k-correction");
        if (draft.stale()) {
            Span stale = new Span(getTranslation("program.draft.stale"));
            stale.addClassNames("k-badge", "k-badge-warning");
            item.add(new Div(stale));
        }
        if (draft.mayApprove()) {
            item.add(new Span(getTranslation("program.draft.yours")));
        }
        return item;
    }

    private String placeOf(ProgramDraft draft) {
        String of = caller.tenant().isPresent() ? "" : brand.slug().value();
        return new Address(Places.programDraft(draft.id()), java.util.Map.of(OF, of)).link();
    }

    private VersionsPanel.Ways versionWays() {
        return new VersionsPanel.Ways() {
            @Override
            public boolean mayWrite() {
                return ProgramPresenter.mayWrite(caller);
            }

            @Override
            public void beginFrom(int version) {
                begin(Optional.of(version));
            }

            @Override
            public void cancel(int version, String why) {
                presenter.cancel(caller, brand.slug(), version, why);
                notice.say(Notice.Kind.SUCCESS, getTranslation("program.done.cancelled", version));
                refresh();
            }

            @Override
            public List<eu.kontor.program.api.ProgramPlan.Change> compare(int from, int to) {
                return presenter.compare(caller, brand.slug(), from, to);
            }

            @Override
            public String export(int version) {
                return presenter.export(caller, brand.slug(), version);
            }
        };
    }

    private void begin(Optional<Integer> from) {
        act(() -> {
            ProgramDraft draft = presenter.begin(caller, brand.slug(), from);
            UI.getCurrent().navigate(Places.programDraft(draft.id()));
        });
    }

    private void act(Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            notice.error(refusal.sentence(caller.language()));
        }
    }
}
