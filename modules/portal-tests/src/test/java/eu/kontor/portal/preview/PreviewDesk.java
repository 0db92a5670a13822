package eu.kontor.portal.preview;

import eu.kontor.checkout.api.BalanceInquiry;
import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Visits;
import eu.kontor.feeds.api.FeedDrafts;
import eu.kontor.feeds.api.FeedTrials;
import eu.kontor.feeds.api.Feeds;
import eu.kontor.kernel.CardNumber;
import eu.kontor.ledger.api.Balances;
import eu.kontor.ledger.api.Transfers;
import eu.kontor.membership.api.Members;
import eu.kontor.portal.settlement.StatementPresenter;
import eu.kontor.program.api.Programs;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.tenancy.api.TenantAdministration;
import eu.kontor.tenancy.api.Tenants;
import java.time.Clock;

/** The preview's people and figures for tests of presenters. */
public final class PreviewDesk {

    private final PreviewWorld world = new PreviewWorld();
    private final FakeMembers members = new FakeMembers();
    private final FakeLedger ledger = new FakeLedger();
    private final FakePrograms programs = new FakePrograms();
    private final FakeCheckout checkout = new FakeCheckout(ledger, programs);
    private final FakeInquiry inquiry = new FakeInquiry(members, ledger);
    private final FakeCorrections corrections = new FakeCorrections();
    private final FakeTickets tickets = new FakeTickets(checkout, checkout);

    public static CardNumber cardOf(long member) {
        return PreviewWorld.card(member);
    }

    public Tenants tenants() {
        return world;
    }

    public Members members() {
        return members;
    }

    public BalanceInquiry inquiry() {
        return inquiry;
    }

    public Balances balances() {
        return ledger;
    }

    public Transfers transfers() {
        return ledger;
    }

    public Programs programs() {
        return programs;
    }

    public Checkout checkout() {
        return checkout;
    }

    public FakeCorrections corrections() {
        return corrections;
    }

    public FakeTickets tickets() {
        return tickets;
    }

    public Visits visits() {
        return checkout;
    }

    public Settlement settlement() {
        return new FakeSettlement(world, ledger);
    }

    public StatementPresenter statements() {
        Settlement settlement = settlement();
        return new StatementPresenter(
                settlement, new FakeStatementDocuments(settlement, new FakeSeals(), world), members, world, ledger);
    }

    public Feeds feeds() {
        return new FakeFeeds(clock());
    }

    public FeedTrials trials() {
        return new FakeTrials();
    }

    public FeedDrafts drafts() {
        return new FakeDrafts();
    }

    public TenantAdministration administration() {
        return new FakeTenantAdministration();
    }

    /** Always the same moment. */
    public Clock clock() {
        return Clock.fixed(PreviewWorld.NOW, PreviewWorld.MADRID);
    }
}
