package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.GuestPresenter.VisitLine;
import eu.kontor.portal.members.EnrolmentPanel;
import eu.kontor.portal.members.MemberPagePresenter;
import eu.kontor.portal.members.MembersPresenter;
import eu.kontor.portal.members.NotesPanel;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.portalkit.look.SidePanel;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.portalkit.shell.Wordings;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;

/** The counter: one field to recognise the guest, then earn or redeem, then the sentence to read aloud. */
@Route(value = Places.FRONT_DESK, layout = MainLayout.class)
@ForRoles({Role.ADMIN, Role.FRONT_DESK})
@Menu(title = "frontdesk.nav", icon = "frontdesk", order = 20)
@StyleSheet("context://kontor/frontdesk.css")
public final class FrontDeskView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient GuestPresenter guests;
    private final transient TillPresenter till;
    private final transient RequestKeys keys;
    private final transient MembersPresenter members;
    private final transient MemberPagePresenter memberPage;
    private final transient Desk desk;
    private final OutletSelect outlet;
    private final GuestFinder finder;
    private final Notice result = new Notice();
    private final Div guestArea = new Div();
    private final Div summary = new Div();
    private final SidePanel side = new SidePanel();
    private transient Guest guest;
    private EarnForm earn;
    private RedeemForm redeem;
    private GiftForm gift;
    private transient GuestRequests requests;

    @Inject
    public FrontDeskView(
            SignedInCaller current,
            Wordings words,
            GuestPresenter guests,
            TillPresenter till,
            RequestKeys keys,
            MembersPresenter members,
            MemberPagePresenter memberPage) {
        super("frontdesk.title");
        this.guests = guests;
        this.till = till;
        this.keys = keys;
        this.members = members;
        this.memberPage = memberPage;
        Caller caller = current.caller();
        Tenant tenant = current.tenant().orElseThrow(() -> new Refusal(RefusalCode.NO_TENANT));
        this.desk = new Desk(caller, tenant, words.of(caller));
        this.outlet = new OutletSelect(desk);
        this.finder = new GuestFinder(desk, guests, this::show, this::enrol);
        actions(outlet);
        result.addClassName("k-desk-result");
        guestArea.addClassName("k-desk");
        side.whenClosed(finder::begin);
        Div main = new Div(finder, result, guestArea);
        main.addClassName("k-main-side");
        Div both = new Div(main, side);
        both.addClassName("k-with-side");
        show(both);
        listenToKeys();
    }

    private void listenToKeys() {
        Shortcuts.addShortcutListener(this, finder::begin, Key.F2);
        Shortcuts.addShortcutListener(this, () -> begin(true), Key.F8);
        Shortcuts.addShortcutListener(this, () -> begin(false), Key.F9);
        Shortcuts.addShortcutListener(this, this::give, Key.F10);
        Shortcuts.addShortcutListener(this, this::next, Key.ESCAPE).listenOn(guestArea);
    }

    private void begin(boolean toEarn) {
        if (earn != null && toEarn) {
            earn.begin();
        } else if (redeem != null && !toEarn) {
            redeem.begin();
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("q").ifPresentOrElse(finder::look, finder::begin);
    }

    /** Shows the guest and waits for the amount. */
    private void show(Guest recognised) {
        result.hide();
        side.close();
        if (requests == null || !requests.card().equals(recognised.card())) {
            requests = new GuestRequests(recognised.card(), keys);
        }
        lay(recognised);
        begin(true);
    }

    private void lay(Guest recognised) {
        guest = recognised;
        earn = null;
        redeem = null;
        gift = null;
        guestArea.removeAll();
        summarize();
        Div left = new Div(summary);
        if (recognised.problem().isEmpty() && recognised.card().isPresent()) {
            left.add(tillPanels(recognised));
        }
        Div right = new Div(
                new VisitsPanel(desk, guests.visits(desk.caller(), recognised.member()), this::takeBack, this::move),
                new NotesPanel(memberPage, desk.caller(), recognised.member(), desk.words()));
        left.addClassName("k-desk-column");
        right.addClassName("k-desk-column");
        guestArea.add(left, right);
    }

    private void summarize() {
        summary.removeAll();
        summary.add(new GuestSummary(desk, guest));
    }

    private Component tillPanels(Guest recognised) {
        DeskEvents counter = counter();
        earn = new EarnForm(desk, till, requests.earn(), recognised, counter);
        redeem = new RedeemForm(desk, till, requests.redeem(), recognised, counter);
        gift = new GiftForm(desk, new Giving(guests, till, recognised), requests.gift(), counter);
        Button give = new Button(desk.text("gift"), KeyHint.of("F10"), click -> give());
        give.setIconAfterText(true);
        give.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        give.setEnabled(!recognised.available().isZero());
        Div panels = new Div(
                new Panel(desk.text("earn"), earn).beside(KeyHint.of("F8")),
                new Panel(desk.text("redeem"), redeem, give).beside(KeyHint.of("F9")));
        panels.addClassName("k-desk-till");
        return panels;
    }

    private DeskEvents counter() {
        return new DeskEvents(outlet::code, this::done, this::balanceMoved);
    }

    private void takeBack(VisitLine line) {
        ReturnForm form = new ReturnForm(desk, till, requests.takeBack(), line, counter());
        side.open(desk.text("return"), form);
        form.begin();
    }

    private void move(VisitLine line) {
        MoveForm form = new MoveForm(desk, till, requests.move(), line, counter());
        side.open(desk.text("move"), form);
        form.begin();
    }

    /** Rarer than earning and redeeming, so it waits in the side panel. */
    private void give() {
        if (gift != null && !guest.available().isZero()) {
            side.open(desk.text("gift"), gift);
            gift.begin();
        }
    }

    /** Says the result, is ready for the next card, and brings the balance up to date: what is posted is said even if that fails. */
    private void done(String sentence) {
        side.close();
        result.say(Notice.Kind.SUCCESS, sentence);
        finder.begin();
        lay(guests.again(desk.caller(), guest));
    }

    /** Brings the balance up to date and leaves what was typed. */
    private void balanceMoved() {
        guest = guests.again(desk.caller(), guest);
        summarize();
    }

    private void next() {
        guest = null;
        earn = null;
        redeem = null;
        gift = null;
        guestArea.removeAll();
        result.hide();
        finder.clear();
    }

    private void enrol() {
        EnrolmentPanel form = new EnrolmentPanel(desk.words().language(), asked -> members.enrol(desk.caller(), asked));
        form.whenEnrolled(enrolled -> {
            show(guests.guest(desk.caller(), enrolled.member()));
            result.say(
                    Notice.Kind.SUCCESS,
                    desk.text("enrolled", enrolled.name(), enrolled.card().grouped()));
        });
        side.open(desk.text("enrol"), form);
        form.focus();
    }
}
