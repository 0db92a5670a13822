package eu.kontor.portal.members;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.membership.api.Members.CardRow;
import eu.kontor.portal.members.MemberPagePresenter.MemberPage;
import eu.kontor.portal.members.MergePresenter.MergeLine;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import java.time.Instant;
import java.util.List;

/** Whom a member was merged with; merging another one into it, and undoing it. */
final class MergePanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    private final transient MergePresenter presenter;
    private final transient Caller caller;
    private final transient MemberPage member;
    private final transient Wording wording;
    private final UnorderedList lines = new UnorderedList();
    private final Paragraph none = new Paragraph();
    private final Button merge = new Button();

    MergePanel(MergePresenter presenter, Caller caller, MemberPage member, Wording wording) {
        this.presenter = presenter;
        this.caller = caller;
        this.member = member;
        this.wording = wording;
    }

    @Override
    protected Panel initContent() {
        lines.addClassName("k-plain-list");
        none.setText(getTranslation("members.merge.none"));
        none.addClassName("k-quiet");
        merge.setText(getTranslation("members.merge.begin"));
        merge.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        merge.addClickListener(click -> MergeDialog.open(this, presenter, caller, card(), wording, done -> showAnew()));
        show();
        return new Panel(getTranslation("members.merge.title"), none, lines, merge);
    }

    /** Any of its cards names the member. */
    private CardNumber card() {
        return member.cards().stream()
                .filter(card -> card.problem().isEmpty())
                .findFirst()
                .or(() -> member.cards().stream().findFirst())
                .map(CardRow::number)
                .orElseThrow();
    }

    /** Cards, balance and movements are other ones now, too. */
    private static void showAnew() {
        UI.getCurrent().refreshCurrentRoute(false);
    }

    private void show() {
        List<MergeLine> all = presenter.lines(caller, member.member());
        all.forEach(line -> lines.add(item(line)));
        none.setVisible(all.isEmpty());
        boolean isMerged =
                all.stream().anyMatch(line -> line.away() && line.link().stands());
        merge.setVisible(MergePresenter.mayMerge(caller)
                && (member.enrolledHere() || caller.tenant().isEmpty())
                && member.active()
                && !isMerged
                && !member.cards().isEmpty());
    }

    private ListItem item(MergeLine line) {
        Div words = new Div();
        words.addClassName("k-stacked");
        CardNumber other =
                line.away() ? line.link().survivingCard() : line.link().card();
        String name = line.name().orElseGet(other::grouped);
        String text = line.away() ? "members.merge.into" : "members.merge.from";
        if (line.name().isPresent()) {
            RouterLink link = new RouterLink(getTranslation(text, name), MemberView.class, address(line));
            words.add(link);
        } else {
            words.add(new Span(getTranslation(text, name)));
        }
        Span when = new Span(getTranslation(
                "members.merge.when",
                moment(line.link().mergedAt()),
                line.link().reason()));
        when.addClassName("k-quiet");
        words.add(when);
        ListItem item = new ListItem(words);
        item.addClassName("k-card-row");
        line.link().undone().ifPresent(undone -> {
            Span badge = new Span(getTranslation("members.merge.undone", moment(undone.at())));
            badge.addClassName("k-badge");
            item.add(badge);
        });
        boolean isUndoable = line.link().stands()
                && wording.clock().instant().isBefore(line.link().undoable())
                && MergePresenter.mayMerge(caller);
        if (isUndoable) {
            item.add(undo(line));
        }
        return item;
    }

    private String moment(Instant at) {
        return wording.formats().momentNear(at, wording.clock().instant(), wording.zone());
    }

    private static RouteParameters address(MergeLine line) {
        return new RouteParameters(
                MemberView.MEMBER, String.valueOf(line.other().value()));
    }

    private Button undo(MergeLine line) {
        CardNumber card = line.link().card();
        Button undo = new Button(
                getTranslation("members.merge.undo"),
                click -> MergeDialog.openUndo(this, presenter, caller, card, wording, done -> {
                    Notice.overPage(getTranslation("members.merge.undoDone"));
                    showAnew();
                }));
        undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        undo.setAriaLabel(getTranslation("members.merge.undo") + " " + card.grouped());
        return undo;
    }
}
