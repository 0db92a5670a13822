package eu.kontor.portal.settlement;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.portal.i18n.Wording;
import eu.kontor.portal.lists.Awaited;
import eu.kontor.portal.lists.BackgroundWork;
import eu.kontor.portal.look.EmptyState;
import eu.kontor.portal.look.Panel;
import eu.kontor.portal.look.ViewFrame;
import eu.kontor.portal.settlement.SettlementPresenter.Matrix;
import eu.kontor.portal.shell.CurrentCaller;
import eu.kontor.portal.shell.ForRoles;
import eu.kontor.portal.shell.MainLayout;
import eu.kontor.portal.shell.Places;
import eu.kontor.settlement.api.Settlement.State;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** One window as the operator sees it: every partner and the totals. A partner is led to its own statement. */
@Route(value = Places.SETTLEMENT + "/:" + WindowView.WINDOW, layout = MainLayout.class)
@ForRoles({Role.OPERATOR, Role.ADMIN, Role.FINANCE})
public final class WindowView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    static final String WINDOW = "window";

    /** A line for each of some partners. */
    private static final int SKELETON_LINES = 6;

    private final Awaited body;

    private final transient SettlementPresenter presenter;
    private final transient CurrentCaller current;
    private final transient Caller caller;
    private final transient Wording wording;

    @Inject
    public WindowView(
            SettlementPresenter presenter, SettlementWording words, BackgroundWork background, CurrentCaller current) {
        super("settlement.title");
        this.body = new Awaited(background, SKELETON_LINES);
        this.presenter = presenter;
        this.current = current;
        this.caller = current.caller();
        this.wording = words.of(caller);
        show(body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        body.settle();
        heading(getTranslation("settlement.title"));
        lead("");
        actions();
        Optional<YearMonth> window =
                parse(event.getRouteParameters().get(WINDOW).orElse(""));
        if (window.isPresent() && current.tenant().isPresent()) {
            TenantSlug own = current.tenant().get().slug();
            event.forwardTo(Places.statement(window.get(), own));
            return;
        }
        if (window.isEmpty()) {
            showUnknown();
            return;
        }
        body.ask(
                event.getUI(),
                () -> presenter.matrix(caller, window.get()),
                this::showWindow,
                unknown -> showUnknown());
    }

    /** Empty for a text that is no month. */
    static Optional<YearMonth> parse(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void showUnknown() {
        heading(getTranslation("settlement.unknown.title"));
        body.add(new EmptyState(
                getTranslation("settlement.unknown.title"), getTranslation("settlement.unknown.text"), allWindows()));
    }

    private void showWindow(Matrix matrix) {
        heading(wording.monthAlone(matrix.window()));
        lead(getTranslation(
                matrix.state() == State.CLOSED ? "settlement.window.closed" : "settlement.statement.running"));
        actions(new WindowBadge(matrix.state()), allWindows());
        if (matrix.partners().isEmpty()) {
            body.add(new EmptyState(
                    getTranslation("settlement.matrix.none"), getTranslation("settlement.statement.none.text")));
            return;
        }
        Div content = new Div(new Panel(getTranslation("settlement.matrix"), new MatrixTable(matrix, wording)));
        if (matrix.state() == State.READY && SettlementPresenter.mayClose(caller)) {
            Button preview = new Button(getTranslation("settlement.preview"), click -> getUI().ifPresent(
                            ui -> ui.navigate(Places.SETTLEMENT, closing())));
            preview.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions(new WindowBadge(matrix.state()), preview, allWindows());
        }
        body.add(content);
    }

    private static com.vaadin.flow.router.QueryParameters closing() {
        return com.vaadin.flow.router.QueryParameters.of("panel", "close");
    }

    private RouterLink allWindows() {
        RouterLink back = new RouterLink(getTranslation("settlement.back"), SettlementView.class);
        back.addClassName("k-back");
        return back;
    }
}
