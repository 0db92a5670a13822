package eu.kontor.portal.members;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.portal.corrections.CorrectionPanel;
import eu.kontor.portal.corrections.CorrectionsPresenter;
import eu.kontor.portal.members.ActivityPresenter.PurchaseDetails;
import eu.kontor.portal.members.ActivityPresenter.RedemptionDetails;
import eu.kontor.portal.members.MemberPagePresenter.MemberPage;
import eu.kontor.portal.places.Places;
import eu.kontor.portal.privacy.PrivacyPanel;
import eu.kontor.portal.privacy.PrivacyPresenter;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.Address;
import eu.kontor.portalkit.lists.AsOf;
import eu.kontor.portalkit.lists.AsOfBar;
import eu.kontor.portalkit.look.EmptyState;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.SidePanel;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.portalkit.shell.Wordings;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** One member: what it has, its cards, what it did here, what colleagues noted. */
@Route(value = Places.MEMBERS + "/:" + MemberView.MEMBER, layout = MainLayout.class)
@ForRoles({Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.FRONT_DESK})
public final class MemberView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    static final String MEMBER = "member";
    private static final String PURCHASE = "purchase";

    private final transient MemberPagePresenter presenter;
    private final transient ActivityPresenter activity;
    private final transient ConsentPresenter consents;
    private final transient PrivacyPresenter privacy;
    private final transient MergePresenter merges;
    private final transient Caller caller;
    private final transient Wording wording;
    private final SidePanel side = new SidePanel();
    private Address address = new Address(Places.MEMBERS, Map.of());

    @Inject
    public MemberView(
            MemberPagePresenter presenter,
            ActivityPresenter activity,
            ConsentPresenter consents,
            PrivacyPresenter privacy,
            MergePresenter merges,
            SignedInCaller current,
            Wordings words) {
        super("members.title");
        this.presenter = presenter;
        this.activity = activity;
        this.consents = consents;
        this.privacy = privacy;
        this.merges = merges;
        this.caller = current.caller();
        this.wording = words.of(caller);
        side.whenClosed(() -> open(Optional.empty()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        String text = event.getRouteParameters().get(MEMBER).orElse("");
        address = Address.of(Places.MEMBERS + '/' + text, event.getLocation().getQueryParameters());
        Optional<MemberId> member = MemberAddress.parse(text);
        try {
            if (member.isEmpty()) {
                showUnknown();
                return;
            }
            showMember(presenter.page(caller, member.get()));
        } catch (Refusal refusal) {
            showUnknown();
            return;
        }
        address.choice(PURCHASE).ifPresent(reference -> {
            try {
                openPurchase(PostingId.parse(reference, RefusalCode.PURCHASE_UNKNOWN));
            } catch (Refusal cutOff) {
                open(Optional.empty());
            }
        });
    }

    private void showUnknown() {
        heading(getTranslation("members.unknown.title"));
        lead("");
        show(new EmptyState(
                getTranslation("members.unknown.title"), getTranslation("members.unknown.text"), allMembers()));
    }

    private void showMember(MemberPage member) {
        heading(member.name());
        lead(getTranslation("members.since", wording.formats().day(member.memberSince())));
        Span tier = new Span(TierName.of(member.tier(), caller.language()));
        tier.addClassName("k-badge");
        actions(tier, allMembers());
        if (!member.active()) {
            Span inactive = new Span(getTranslation("members.inactive"));
            inactive.addClassNames("k-badge", "k-badge-warning");
            actions(tier, inactive, allMembers());
        }
        CardsPanel cards = new CardsPanel(presenter, caller, member, wording);
        askOfCard(cards);
        Div facts = new Div(
                balance(member),
                cards,
                new MergePanel(merges, caller, member, wording),
                new ContactPanel(consents, caller, member, wording));
        facts.addClassName("k-member-facts");
        if (MemberPagePresenter.mayKeepNotes(caller)) {
            facts.add(new NotesPanel(presenter, caller, member.member(), wording));
        }
        if (PrivacyPresenter.mayAnswerForData(caller)) {
            facts.add(new PrivacyPanel(privacy, caller, member.member(), wording, () -> UI.getCurrent()
                    .refreshCurrentRoute(false)));
        }
        Div story = new Div(
                new ActivityPanel(activity, caller, member.member(), wording).whenOpened(this::openPurchase),
                new ElsewherePanel(activity.elsewhere(caller, member.member()), wording));
        story.addClassName("k-story");
        Div columns = new Div(story, facts);
        columns.addClassNames("k-member-columns", "k-main-side");
        Div both = new Div(columns, side);
        both.addClassName("k-with-side");
        show(both);
    }

    /** Where the address says what is to be done with a card. */
    private void askOfCard(CardsPanel cards) {
        Optional<String> what = address.choice(Places.DO);
        Optional<String> card = address.choice(Places.CARD);
        if (what.isPresent() && card.isPresent()) {
            address = address.with(Places.DO, "").with(Places.CARD, "");
            cards.addAttachListener(attached -> {
                attached.unregisterListener();
                cards.ask(what.get(), card.get());
            });
        }
    }

    private BalancePanel balance(MemberPage member) {
        BalancePanel panel = new BalancePanel(member, wording);
        if (MemberPagePresenter.maySeePast(caller)) {
            AsOfBar bar = new AsOfBar(wording, wording.zone(), asOf -> {
                address = AsOf.into(address, asOf);
                getUI().ifPresent(address::showIn);
                showBalance(panel, member.member(), asOf);
            });
            Optional<AsOf> asOf = AsOf.in(address, wording.zone());
            bar.show(asOf);
            panel.withPast(bar);
            showBalance(panel, member.member(), asOf);
        }
        return panel;
    }

    private void showBalance(BalancePanel panel, MemberId member, Optional<AsOf> asOf) {
        if (asOf.isEmpty()) {
            panel.showNow();
            return;
        }
        AsOf chosen = asOf.get();
        try {
            panel.showAsOf(new BalanceAsOf(
                    presenter.balanceAsOf(
                            caller, member, chosen.moment(wording.clock().instant())),
                    wording));
        } catch (Refusal refusal) {
            panel.showAsOf(new Notice(
                    Notice.Kind.ERROR,
                    refusal.code() == RefusalCode.DAY_NOT_COME
                            ? getTranslation("look.asOf.future", chosen.inWords(wording.formats()))
                            : refusal.sentence(caller.language())));
        }
    }

    private RouterLink allMembers() {
        RouterLink back = new RouterLink(getTranslation("members.back"), MembersView.class);
        back.addClassName("k-back");
        return back;
    }

    private void openPurchase(PostingId purchase) {
        open(Optional.of(purchase));
        Optional<PurchaseDetails> bought = activity.purchase(caller, purchase);
        Optional<RedemptionDetails> redeemed =
                bought.isPresent() ? Optional.empty() : activity.redemption(caller, purchase);
        Optional<CorrectionsPresenter.Line> correction =
                bought.isPresent() || redeemed.isPresent() ? Optional.empty() : activity.correction(caller, purchase);
        if (correction.isPresent()) {
            side.open(
                    getTranslation("corrections.one"),
                    new CorrectionPanel(correction.get(), wording, CorrectionsPresenter.mayOpen(caller)));
        } else if (redeemed.isPresent()) {
            side.open(
                    getTranslation("members.redemption.title"),
                    new RedemptionPanel(
                            redeemed.get(),
                            activity.postedBy(caller, purchase),
                            wording,
                            ActivityPresenter.mayReturn(caller)));
        } else {
            side.open(
                    getTranslation("members.purchase.title"),
                    new PurchasePanel(
                            bought,
                            purchase,
                            activity.postedBy(caller, purchase),
                            activity.cardAtTheDesk(caller, purchase.member()),
                            wording));
        }
    }

    private void open(Optional<PostingId> purchase) {
        address = address.with(PURCHASE, purchase.map(PostingId::text).orElse(""));
        getUI().ifPresent(address::showIn);
    }
}
