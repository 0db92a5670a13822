package eu.kontor.portal.settlement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.Address;
import eu.kontor.portalkit.lists.AsOf;
import eu.kontor.portalkit.lists.AsOfBar;
import eu.kontor.portalkit.lists.Awaited;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.look.EmptyState;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.portalkit.shell.Wordings;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * A view of one window's figures, as they are now or as they stood at a moment that the address keeps.
 *
 * @param <T> the figures
 */
abstract class WindowFigures<T> extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    static final String WINDOW = "window";

    private final String titleKey;
    private final AsOfBar bar;
    private final transient ZoneId zone;
    private transient YearMonth month;
    final Awaited body;
    final transient SignedInCaller current;
    final transient Caller caller;
    final transient Wording wording;
    Address address = new Address(Places.SETTLEMENT, Map.of());

    /** @param skeletonLines about as many as the figures have */
    @SuppressWarnings("this-escape") // a component is put together in its constructor; nobody else sees it before
    WindowFigures(
            String titleKey, int skeletonLines, Wordings words, BackgroundWork background, SignedInCaller current) {
        super(titleKey);
        this.titleKey = titleKey;
        this.body = new Awaited(background, skeletonLines);
        this.current = current;
        this.caller = current.caller();
        this.wording = words.ofCoalition(caller);
        this.zone = words.zoneOf(caller);
        this.bar = new AsOfBar(wording, zone, this::choose);
        show(bar, body);
    }

    /**
     * The place of this view for a window; empty when the caller is led elsewhere.
     *
     * @throws Refusal when there is no such place for the caller
     */
    abstract Optional<String> place(BeforeEnterEvent event, YearMonth window);

    /** What to ask for off the request. @param moment empty for now */
    abstract Asked<T> ask(YearMonth window, Optional<Instant> moment);

    abstract void showNow(T figures);

    abstract void showAsOf(T figures, AsOf asOf);

    abstract void showRefusal(Refusal refusal);

    /** What stands beside the heading until there are figures. */
    abstract Component[] actionsMeanwhile();

    /** Runs without a window; it knows only what it captured. */
    @FunctionalInterface
    interface Asked<T> {
        T figures();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        body.settle();
        bar.setVisible(false);
        heading(getTranslation(titleKey));
        lead("");
        actions();
        Optional<YearMonth> window =
                parse(event.getRouteParameters().get(WINDOW).orElse(""));
        if (window.isEmpty()) {
            showUnknown(getTranslation("settlement.unknown.text"));
            return;
        }
        month = window.get();
        try {
            place(event, month).ifPresent(place -> open(place, event));
        } catch (Refusal unknown) {
            refuse(unknown);
        }
    }

    private void open(String place, BeforeEnterEvent event) {
        address = Address.of(place, event.getLocation().getQueryParameters());
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
        lead("");
        actions(actionsMeanwhile());
        Asked<T> asked =
                ask(month, asOf.map(chosen -> chosen.moment(wording.clock().instant())));
        body.ask(
                ui,
                asked::figures,
                figures -> {
                    bar.setVisible(true);
                    asOf.ifPresentOrElse(chosen -> showAsOf(figures, chosen), () -> showNow(figures));
                },
                refusal -> asOf.filter(chosen -> refusal.code() == RefusalCode.DAY_NOT_COME)
                        .ifPresentOrElse(this::showNotCome, () -> refuse(refusal)));
    }

    /** For a moment that lies ahead. */
    private void showNotCome(AsOf asOf) {
        bar.setVisible(true);
        heading(headingAhead(month));
        body.add(PastWords.notCome(asOf, wording));
    }

    /** The heading while there are no figures to name it by. */
    String headingAhead(YearMonth window) {
        return getTranslation(titleKey);
    }

    private void refuse(Refusal refusal) {
        bar.setVisible(false);
        showRefusal(refusal);
    }

    final void showUnknown(String sentence) {
        bar.setVisible(false);
        String title = getTranslation("settlement.unknown.title");
        heading(title);
        body.add(new EmptyState(title, sentence, allWindows()));
    }

    final Anchor allWindows() {
        return back(Places.SETTLEMENT, "settlement.back");
    }

    final Anchor back(String place, String textKey) {
        Anchor back = new Anchor(place, getTranslation(textKey));
        back.addClassName("k-back");
        return back;
    }

    /** Empty for a text that is no month. */
    private static Optional<YearMonth> parse(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
