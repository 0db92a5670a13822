package eu.kontor.portal.settlement;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.portal.places.Places;
import eu.kontor.portal.settlement.SettlementPresenter.Matrix;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.Address;
import eu.kontor.portalkit.lists.AsOf;
import eu.kontor.portalkit.lists.AsOfBar;
import eu.kontor.portalkit.lists.Awaited;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.look.EmptyState;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.settlement.api.Settlement.State;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
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
    private final transient SignedInCaller current;
    private final transient Caller caller;
    private final transient Wording wording;
    private final transient ZoneId zone;
    private final AsOfBar bar;
    private transient YearMonth month;
    private Address address = new Address(Places.SETTLEMENT, Map.of());

    @Inject
    public WindowView(
            SettlementPresenter presenter, SettlementWording words, BackgroundWork background, SignedInCaller current) {
        super("settlement.title");
        this.body = new Awaited(background, SKELETON_LINES);
        this.presenter = presenter;
        this.current = current;
        this.caller = current.caller();
        this.wording = words.of(caller);
        this.zone = words.zoneOf(caller);
        this.bar = new AsOfBar(wording, zone, this::choose);
        show(bar, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        body.settle();
        bar.setVisible(false);
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
        month = window.get();
        address = Address.of(Places.window(month), event.getLocation().getQueryParameters());
        Optional<AsOf> asOf = AsOf.in(address, zone);
        bar.show(asOf);
        load(event.getUI(), asOf);
    }

    private void choose(Optional<AsOf> asOf) {
        address = AsOf.into(address, asOf);
        getUI().ifPresent(ui -> {
            address.showIn(ui);
            load(ui, asOf);
        });
    }

    private void load(UI ui, Optional<AsOf> asOf) {
        YearMonth window = month;
        lead("");
        actions(allWindows());
        if (asOf.isEmpty()) {
            body.ask(ui, () -> presenter.matrix(caller, window), this::showWindow, unknown -> showUnknown());
            return;
        }
        AsOf then = asOf.get();
        Instant moment = then.moment(wording.clock().instant());
        body.ask(
                ui,
                () -> presenter.matrixThen(caller, window, moment),
                matrix -> showThen(matrix, then),
                refusal -> showRefusal(refusal, then));
    }

    private void showRefusal(Refusal refusal, AsOf then) {
        if (refusal.code() != RefusalCode.DAY_NOT_COME) {
            showUnknown();
            return;
        }
        bar.setVisible(true);
        heading(wording.monthAlone(month));
        body.add(PastWords.notCome(then, wording));
    }

    private void showThen(Matrix matrix, AsOf then) {
        bar.setVisible(true);
        heading(wording.monthAlone(matrix.window()));
        lead(PastWords.standing(matrix.state(), wording));
        if (matrix.partners().isEmpty()) {
            body.add(PastWords.nothingYet(matrix.window(), wording));
            return;
        }
        body.add(new Panel(getTranslation("settlement.matrix"), new MatrixTable(matrix, wording, Optional.of(then))));
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
        bar.setVisible(false);
        heading(getTranslation("settlement.unknown.title"));
        body.add(new EmptyState(
                getTranslation("settlement.unknown.title"), getTranslation("settlement.unknown.text"), allWindows()));
    }

    private void showWindow(Matrix matrix) {
        bar.setVisible(true);
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
