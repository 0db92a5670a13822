package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.GuestPresenter.VisitLine;
import eu.kontor.portal.frontdesk.TicketsPresenter.RedemptionLine;
import eu.kontor.portal.members.EnrolmentPanel;
import eu.kontor.portal.members.MemberPagePresenter;
import eu.kontor.portal.members.MembersPresenter;
import eu.kontor.portal.members.NotesPanel;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.portalkit.look.SidePanel;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.portalkit.shell.Wordings;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;
import java.util.Optional;

/** The counter: one field to recognise the guest, then earn or redeem, then the sentence to read aloud. */
@Route(value = Places.FRONT_DESK, layout = MainLayout.class)
@ForRoles({Role.ADMIN, Role.FRONT_DESK})
@Menu(title = "frontdesk.nav", icon = "frontdesk", order = 20)
@StyleSheet("context://kontor/frontdesk.css")
@JavaScript("context://kontor/kontor-desk.js")
public final class FrontDeskView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient GuestPresenter guests;
    private final transient DeskWork work;
    private final transient MembersPresenter members;
    private final transient MemberPagePresenter memberPage;
    private final transient Desk desk;
    private final OutletSelect outlet;
    private final GuestFinder finder;
    private final DeskResult result;
    private final Div guestArea = new Div();
    private final Div summary = new Div();
    private final Div past = new Div();
    private final SidePanel side = new SidePanel();
    private transient Guest guest;
    private final Lately lately = new Lately();
    private EarnForm earn;
    private GiftForm gift;
    private transient GuestRequests requests;

    @Inject
    public FrontDeskView(
            SignedInCaller current,
            Wordings words,
            GuestPresenter guests,
            DeskWork work,
            MembersPresenter members,
            MemberPagePresenter memberPage) {
        super("frontdesk.title");
        this.guests = guests;
        this.work = work;
        this.members = members;
        this.memberPage = memberPage;
        Caller caller = current.caller();
        Tenant tenant = current.tenant().orElseThrow(() -> new Refusal(RefusalCode.NO_TENANT));
        this.desk = new Desk(caller, tenant, words.of(caller));
        this.outlet = new OutletSelect(desk);
        this.finder = new GuestFinder(desk, guests, this::show, this::enrol);
        this.result = new DeskResult(desk, work.keys(), counter());
        actions(outlet);
        outlet.whenChanged(this::layAgain);
        guestArea.addClassName("k-desk");
        side.whenClosed(finder::begin);
        Div main = new Div(finder, result, guestArea, new TypedAhead(desk));
        main.addClassName("k-main-side");
        Div both = new Div(main, side);
        both.addClassName("k-with-side");
        show(both);
        Shortcuts.addShortcutListener(this, this::next, Key.ESCAPE).listenOn(guestArea);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        DeskAddress address = DeskAddress.of(event.getLocation().getQueryParameters());
        guest = null;
        address.card().or(address::query).ifPresentOrElse(finder::look, this::empty);
        if (guest != null) {
            address.amount().filter(typed -> earn != null).ifPresent(typed -> {
                address.request().filter(RequestKeys::isOne).ifPresent(earn::resume);
                earn.propose(typed);
            });
            address.returned()
                    .flatMap(this::posting)
                    .flatMap(id -> work.tickets().purchase(desk.caller(), id))
                    .ifPresent(this::takeBack);
            address.givenBack()
                    .flatMap(this::posting)
                    .flatMap(id -> work.tickets().redemption(desk.caller(), id))
                    .ifPresent(this::giveBack);
        }
    }

    private Optional<PostingId> posting(String text) {
        try {
            return Optional.of(PostingId.parse(text, RefusalCode.PURCHASE_UNKNOWN))
                    .filter(id -> id.member().equals(guest.member()));
        } catch (Refusal cutOff) {
            return Optional.empty();
        }
    }

    /** Shows the guest and waits for the amount. */
    private void show(Guest recognised) {
        result.hide();
        side.close();
        if (requests == null || !requests.card().equals(recognised.card())) {
            requests = new GuestRequests(recognised.card(), work.keys());
        }
        boolean isAnother = guest != null && !guest.member().equals(recognised.member());
        if (guest == null || isAnother) {
            lately.forget();
        }
        lay(recognised);
        getUI().ifPresent(ui -> DeskAddress.show(ui, recognised.card(), isAnother));
        if (earn == null) {
            finder.begin();
        } else {
            earn.begin();
        }
    }

    private void lay(Guest recognised) {
        guest = recognised;
        earn = null;
        gift = null;
        guestArea.removeAll();
        summarize();
        Div left = new Div(summary);
        if (recognised.problem().isEmpty() && recognised.card().isPresent()) {
            left.add(tillPanels(recognised));
        }
        listPast();
        Div right = new Div(past);
        if (recognised.enrolledHere()) {
            right.add(new NotesPanel(memberPage, desk.caller(), recognised.member(), desk.words()));
        }
        left.addClassName("k-desk-column");
        right.addClassName("k-desk-column");
        guestArea.add(left, right);
    }

    /** With what was posted a moment ago: the balance knows of it already. */
    private void listPast() {
        past.removeAll();
        past.add(new VisitsPanel(
                desk,
                guests.visits(desk.caller(), guest.member(), lately.purchases()),
                work.tickets().redemptions(desk.caller(), guest.member(), lately.redemptions()),
                new VisitsPanel.Ways(this::takeBack, this::move, this::giveBack)));
    }

    /** What the desk asks for depends on where it stands; the amount that was typed stays. */
    private void layAgain() {
        if (guest != null && earn != null) {
            String typed = earn.typed();
            String number = earn.typedNumber();
            lay(guest);
            earn.propose(typed);
            earn.proposeNumber(number);
        }
    }

    private void summarize() {
        summary.removeAll();
        summary.add(new GuestSummary(desk, guest));
    }

    private Component tillPanels(Guest recognised) {
        DeskEvents counter = counter();
        earn = new EarnForm(desk, work, requests.earn(), recognised, counter);
        RedeemForm redeem = new RedeemForm(desk, work, requests.redeem(), recognised, counter);
        gift = new GiftForm(desk, new Giving(guests, work.till(), recognised), requests.gift(), counter);
        Button give = new Button(desk.text("gift"), KeyHint.of("F10"), click -> give());
        give.addClassName("k-give");
        give.setIconAfterText(true);
        give.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        give.setEnabled(recognised.mayHavePoints());
        Button makeGood = new Button(desk.text("goodwill.begin"), click -> makeGood());
        makeGood.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div rarer = new Div(give, makeGood);
        rarer.addClassName("k-desk-rarer");
        Div panels = new Div(
                new Panel(desk.text("earn"), earn).beside(KeyHint.of("F8")),
                new Panel(desk.text("redeem"), redeem, rarer).beside(KeyHint.of("F9")));
        panels.addClassName("k-desk-till");
        return panels;
    }

    private DeskEvents counter() {
        return new DeskEvents(() -> outlet.code(), this::done, this::balanceMoved);
    }

    private void takeBack(VisitLine line) {
        ReturnForm form = new ReturnForm(desk, work.tickets(), requests.takeBack(), line, counter());
        Div content = new Div(form);
        guest.card().filter(usable -> guest.problem().isEmpty()).ifPresent(card -> {
            Button instead = new Button(desk.text("exchange.begin"), click -> exchange(line, card));
            instead.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            content.add(instead);
        });
        side.open(desk.text("return"), content);
        form.begin();
    }

    private void exchange(VisitLine line, CardNumber card) {
        ExchangeForm form =
                new ExchangeForm(desk, work, requests.exchange(), new ExchangeForm.Sold(line, card), counter());
        side.open(desk.text("exchange"), form);
        form.begin();
    }

    private void giveBack(RedemptionLine line) {
        RedemptionReturnForm form =
                new RedemptionReturnForm(desk, work.tickets(), requests.giveBack(), line, counter());
        side.open(desk.text("giveBack"), form);
        form.begin();
    }

    private void move(VisitLine line) {
        guest.card().ifPresent(wrong -> {
            MoveForm form =
                    new MoveForm(desk, work.tickets(), requests.move(), new MoveForm.Sold(line, wrong), counter());
            side.open(desk.text("move"), form);
            form.begin();
        });
    }

    /** Rarer than earning and redeeming, so it waits in the side panel. */
    private void give() {
        if (gift != null && guest.mayHavePoints()) {
            side.open(desk.text("gift"), gift);
            gift.begin();
        }
    }

    private void makeGood() {
        GoodwillForm form = new GoodwillForm(desk, work, requests.goodwill(), guest, counter());
        side.open(desk.text("goodwill"), form);
        form.begin();
    }

    /** Says the result, is ready for the next card, and brings the balance up to date: what is posted is said even if that fails. */
    private void done(Posted posted) {
        side.close();
        lately.note(posted.touched());
        result.say(posted);
        finder.begin();
        if (guest != null) {
            getUI().ifPresent(ui -> DeskAddress.show(ui, guest.card(), false));
            lay(guests.again(desk.caller(), guest));
        }
    }

    /** Brings balance and lists up to date and leaves what was typed. */
    private void balanceMoved(Touched touched) {
        lately.note(touched);
        guest = guests.again(desk.caller(), guest);
        summarize();
        listPast();
    }

    private void next() {
        empty();
        getUI().ifPresent(ui -> DeskAddress.show(ui, Optional.empty(), false));
    }

    private void empty() {
        guest = null;
        earn = null;
        gift = null;
        guestArea.removeAll();
        result.hide();
        finder.clear();
    }

    /** @param searched what was typed for who is not there yet */
    private void enrol(String searched) {
        EnrolmentPanel form = new EnrolmentPanel(
                desk.words().language(),
                language -> members.contactText(desk.caller(), language),
                asked -> members.enrol(desk.caller(), asked));
        form.whenEnrolled(enrolled -> {
            show(guests.guest(desk.caller(), enrolled.member()));
            result.say(new Posted(
                    desk.text("enrolled", enrolled.name(), enrolled.card().grouped())));
        });
        form.propose(searched);
        side.open(desk.text("enrol"), form);
        form.focus();
    }
}
