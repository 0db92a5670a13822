package eu.kontor.portal.settlement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.portal.places.Places;
import eu.kontor.portal.settlement.SettlementPresenter.Matrix;
import eu.kontor.portalkit.lists.AsOf;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.look.EmptyState;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.portalkit.shell.Wordings;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** One window as the operator sees it: every partner and the totals. A partner is led to its own statement. */
@Route(value = Places.SETTLEMENT + "/:" + WindowFigures.WINDOW, layout = MainLayout.class)
@ForRoles({Role.OPERATOR, Role.ADMIN, Role.FINANCE})
public final class WindowView extends WindowFigures<Matrix> {

    private static final long serialVersionUID = 1L;

    /** A line for each of some partners. */
    private static final int SKELETON_LINES = 6;

    private final transient SettlementPresenter presenter;

    @Inject
    public WindowView(
            SettlementPresenter presenter, Wordings words, BackgroundWork background, SignedInCaller current) {
        super("settlement.title", SKELETON_LINES, words, background, current);
        this.presenter = presenter;
    }

    @Override
    Optional<String> place(BeforeEnterEvent event, YearMonth window) {
        Optional<Tenant> own = current.tenant();
        own.ifPresent(partner -> event.forwardTo(Places.statement(window, partner.slug())));
        return own.isPresent() ? Optional.empty() : Optional.of(Places.window(window));
    }

    @Override
    Asked<Matrix> ask(YearMonth window, Optional<Instant> moment) {
        return () -> moment.map(past -> presenter.matrixAsOf(caller, window, past))
                .orElseGet(() -> presenter.matrix(caller, window));
    }

    @Override
    Component[] actionsMeanwhile() {
        return new Component[] {allWindows()};
    }

    @Override
    String headingAhead(YearMonth window) {
        return wording.monthAlone(window);
    }

    @Override
    void showRefusal(Refusal refusal) {
        showUnknown(getTranslation("settlement.unknown.text"));
    }

    @Override
    void showAsOf(Matrix matrix, AsOf asOf) {
        heading(wording.monthAlone(matrix.window()));
        lead(PastWords.standing(matrix.state(), wording));
        if (matrix.isEmpty()) {
            body.add(PastWords.nothingYet(matrix.window(), wording));
            return;
        }
        body.add(new Panel(getTranslation("settlement.matrix"), new MatrixTable(matrix, wording, Optional.of(asOf))));
    }

    @Override
    void showNow(Matrix matrix) {
        heading(wording.monthAlone(matrix.window()));
        lead(getTranslation(
                matrix.state() == State.CLOSED ? "settlement.window.closed" : "settlement.statement.running"));
        actions(new WindowBadge(matrix.state()), allWindows());
        if (matrix.isEmpty()) {
            body.add(new EmptyState(
                    getTranslation("settlement.matrix.none"), getTranslation("settlement.statement.none.text")));
            return;
        }
        Div content = new Div(new Panel(getTranslation("settlement.matrix"), new MatrixTable(matrix, wording)));
        if (matrix.state() == State.READY && SettlementPresenter.mayClose(caller)) {
            Button preview = new Button(getTranslation("settlement.preview"), click -> getUI().ifPresent(
                            ui -> ui.navigate(Places.SETTLEMENT, QueryParameters.of("panel", "close"))));
            preview.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions(new WindowBadge(matrix.state()), preview, allWindows());
        }
        if (matrix.state() == State.CLOSED
                && !matrix.withoutContract().isEmpty()
                && SettlementPresenter.mayClose(caller)) {
            content.add(new Button(getTranslation("settlement.makeAwaited"), click -> makeAwaited(matrix)));
        }
        body.add(content);
    }

    /** Whoever still has no contract is named once more above the figures, which stay as they were. */
    private void makeAwaited(Matrix matrix) {
        YearMonth window = matrix.window();
        getUI().ifPresent(ui -> body.ask(ui, () -> presenter.close(caller, window), this::showNow, refusal -> {
            body.add(new Notice(Notice.Kind.ERROR, refusal.sentence(caller.language())));
            showNow(matrix);
        }));
    }
}
