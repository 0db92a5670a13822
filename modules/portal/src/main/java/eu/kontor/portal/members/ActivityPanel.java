package eu.kontor.portal.members;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.portal.members.ActivityPresenter.ActivityLine;
import eu.kontor.portalkit.i18n.Moments;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Panel;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** What moved the member's points at the caller's brand, newest first; an entry opens its purchase. */
final class ActivityPanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;
    /** What fits a screen; earlier ones are a press away. */
    private static final int PAGE = 20;

    private final transient ActivityPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;
    private final MemberId member;
    private final OrderedList entries = new OrderedList();
    private final Div more = new Div();
    private transient Consumer<PostingId> whenOpened = purchase -> {};

    ActivityPanel(ActivityPresenter presenter, Caller caller, MemberId member, Wording wording) {
        this.presenter = presenter;
        this.caller = caller;
        this.member = member;
        this.wording = wording;
    }

    ActivityPanel whenOpened(Consumer<PostingId> action) {
        whenOpened = action;
        return this;
    }

    @Override
    protected Panel initContent() {
        entries.addClassName("k-activity");
        Panel panel = new Panel(
                getTranslation(caller.tenant().isPresent() ? "members.activity" : "members.activityAll"),
                entries,
                more);
        load(Optional.empty());
        if (entries.getComponentCount() == 0) {
            Paragraph nothing = new Paragraph(getTranslation("members.activity.none"));
            nothing.addClassName("k-quiet");
            panel.add(nothing);
        }
        return panel;
    }

    private void load(Optional<String> cursor) {
        Page<ActivityLine> page = presenter.activity(caller, member, cursor, PAGE);
        page.rows().forEach(line -> entries.add(new ListItem(entry(line))));
        more.removeAll();
        page.next().ifPresent(next -> {
            Button earlier = new Button(getTranslation("members.activity.more"), click -> load(Optional.of(next)));
            earlier.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            more.add(earlier);
        });
    }

    private com.vaadin.flow.component.Component entry(ActivityLine line) {
        Span what = new Span(getTranslation("members.kind." + line.kind().name()));
        what.addClassName("k-strong");
        String place = caller.tenant().isPresent()
                ? line.outlet().orElse("")
                : line.outlet().map(outlet -> line.tenant() + ", " + outlet).orElse(line.tenant());
        String origin = line.kind().isGift()
                ? getTranslation(
                        "members.activity.issued",
                        place,
                        wording.formats().dayNear(line.businessDate(), wording.today()))
                : place;
        Span where = new Span(origin
                + line.amount()
                        .map(amount -> (place.isEmpty() ? "" : " · ")
                                + wording.formats().money(amount))
                        .orElse(""));
        where.addClassName("k-quiet");
        Span by = new Span(PostedByWords.of(line.by(), this));
        by.addClassName("k-quiet");
        Div words = new Div(what, where, by);
        words.addClassName("k-stacked");
        if (line.reversed()) {
            Span reversed = new Span(getTranslation("members.activity.reversed"));
            reversed.addClassNames("k-badge", "k-badge-warning");
            what.add(new Span(" "), reversed);
        }
        Span points = new Span(wording.formats().signedPoints(line.signedPoints()));
        points.addClassNames("k-activity-points", line.signedPoints() > 0 ? "k-gain" : "k-loss");
        Span day = Moments.day(day(line), wording.today(), wording.language());
        day.addClassName("k-quiet");
        Div figures = new Div(points, day);
        figures.addClassNames("k-stacked", "k-end");
        if (caller.tenant().isEmpty()
                || line.kind() == TransferKind.EXPIRE
                || line.kind().isGift()) {
            Div plain = new Div(words, figures);
            plain.addClassName("k-activity-entry");
            return plain;
        }
        NativeButton press = new NativeButton();
        press.add(words, figures);
        press.addClassName("k-activity-entry");
        press.addClickListener(click -> whenOpened.accept(line.purchase()));
        return press;
    }

    private LocalDate day(ActivityLine line) {
        return line.kind().isOfAnEarlierDay()
                ? LocalDate.ofInstant(line.postedAt(), wording.zone())
                : line.businessDate();
    }
}
