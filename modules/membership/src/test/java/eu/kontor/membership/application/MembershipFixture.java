package eu.kontor.membership.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.Members.NewMember;
import eu.kontor.membership.persistence.CardLookup;
import eu.kontor.membership.persistence.CardRecords;
import eu.kontor.membership.persistence.CodeRecords;
import eu.kontor.membership.persistence.ConsentRecords;
import eu.kontor.membership.persistence.ImportedMembers;
import eu.kontor.membership.persistence.MemberRecords;
import eu.kontor.membership.persistence.MemberSearch;
import eu.kontor.membership.persistence.MembershipEntities;
import eu.kontor.membership.persistence.NewMembers;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.application.AuditTrail;
import eu.kontor.tenancy.testing.KontorDatabase;
import eu.kontor.trust.api.Pace;
import eu.kontor.trust.application.CountedPace;
import eu.kontor.trust.application.RaisedSignals;
import eu.kontor.trust.persistence.PaceRows;
import eu.kontor.trust.persistence.SignalRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Membership as the server wires it, over the tests' database, with a clock that tests move. */
public final class MembershipFixture {

    static final KontorDatabase DATABASE = KontorDatabase.shared();

    private final MovableClock clock = new MovableClock();
    private final Transactions transactions = DATABASE.transactions(new MembershipEntities());
    private final CodeHashing hashing = new CodeHashing(() -> new byte[32]);
    private final CardRules rules = new CardRules(DATABASE.tenants(), clock);
    private final RaisedSignals signals = new RaisedSignals(transactions, new SignalRows(), clock);
    private final Pace pace = new CountedPace(transactions, new PaceRows(), signals, clock);

    private final ConsentBook book = new ConsentBook(new ConsentRecords(), DATABASE.tenants(), clock);

    private final CountedLookups lookups = new CountedLookups(pace, signals, rules);

    MemberDirectory members() {
        MemberStore store = new MemberStore(new MemberRecords(), new MemberSearch());
        MemberChanges changes =
                new MemberChanges(new NewMembers(), new CardLookup(), hashing, rules, book, new AuditTrail(clock));
        return new MemberDirectory(transactions, rules, store, changes, lookups);
    }

    MemberCards desk() {
        CardChanges changes =
                new CardChanges(new CardRecords(), new CardLookup(), rules, new AuditTrail(clock), signals);
        return new MemberCards(transactions, rules, changes, members(), codes());
    }

    ListedMembers lists() {
        return new ListedMembers(transactions, DATABASE.tenants());
    }

    CardResolver cards() {
        return new CardResolver(transactions, new CardLookup(), rules);
    }

    MemberCodes codes() {
        return new MemberCodes(transactions, new CodeRecords(), hashing, rules, pace, signals);
    }

    NewCodes codeDesk() {
        return new NewCodes(
                transactions, members(), codes(), new CodeRecords(), hashing, new AuditTrail(clock), signals);
    }

    MemberConsents consents() {
        return new MemberConsents(transactions, members(), codes(), book, rules, new AuditTrail(clock));
    }

    MemberFileImport fileImport() {
        return new MemberFileImport(transactions, new ImportedMembers(), hashing, rules, new AuditTrail(clock));
    }

    ConsentRecords consentRecords() {
        return new ConsentRecords();
    }

    Transactions transactions() {
        return transactions;
    }

    void advance(Duration duration) {
        clock.now = clock.now.plus(duration);
    }

    static Caller frontDesk(TenantId tenant) {
        return new Caller("desk", "Front desk", Optional.of(tenant), Set.of(Role.FRONT_DESK), Locale.ENGLISH);
    }

    static Caller by(TenantId tenant, Role role) {
        return new Caller("by-" + role, role.name(), Optional.of(tenant), Set.of(role), Locale.ENGLISH);
    }

    /** The kinds of signals that were raised about the tenant, with whom they are about and how often. */
    List<String> signals(TenantId tenant) {
        signals.write();
        return transactions.asOperator(unit -> unit.jdbi()
                .createQuery(
                        """
                        select kind || ' ' || about_kind || ' ' || about || ' ' || times
                          from coalition.signal where tenant_id = :tenant order by signal_id""")
                .bind("tenant", tenant.value())
                .mapTo(String.class)
                .list());
    }

    /** The kinds of signals that only the operator sees, with whom they are about. */
    List<String> signalsAmongBrands() {
        signals.write();
        return transactions.asOperator(unit -> unit.jdbi()
                .createQuery("select kind || ' ' || about from coalition.signal where tenant_id is null")
                .mapTo(String.class)
                .list());
    }

    /** What the tenant's audit trail says of a card: action and details, oldest first. */
    List<String> audited(TenantId tenant, CardNumber card) {
        return transactions.asTenant(tenant, unit -> unit.jdbi()
                .createQuery(
                        "select action || ' ' || details from coalition.audit_entry where subject = :subject order by audit_entry_id")
                .bind("subject", "card " + card.value())
                .mapTo(String.class)
                .list());
    }

    static NewMember person(String givenName, String familyName) {
        return new NewMember(
                givenName, familyName, Optional.empty(), Optional.empty(), Locale.forLanguageTag("es"), "471183", true);
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
