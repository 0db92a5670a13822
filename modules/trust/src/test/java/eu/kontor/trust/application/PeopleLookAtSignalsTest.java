package eu.kontor.trust.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Trail.Entry;
import eu.kontor.tenancy.api.Trail.Wanted;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.application.AuditReading;
import eu.kontor.tenancy.application.AuditTrail;
import eu.kontor.tenancy.testing.KontorDatabase;
import eu.kontor.trust.api.Signal;
import eu.kontor.trust.api.SignalDesk;
import eu.kontor.trust.api.SignalDesk.SignalRow;
import eu.kontor.trust.api.SignalKind;
import eu.kontor.trust.api.SignalState;
import eu.kontor.trust.persistence.SignalRows;
import eu.kontor.trust.persistence.TrustEntities;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PeopleLookAtSignalsTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();

    private final TenantId hotel = DATABASE.tenant("desk-hotel");
    private final TenantId cafe = DATABASE.tenant("desk-cafe");
    private final Transactions transactions = DATABASE.transactions(new TrustEntities());
    private final AuditTrail audit = new AuditTrail(Clock.systemUTC());
    private final RaisedSignals signals = new RaisedSignals(transactions, new SignalRows(), Clock.systemUTC());
    private final SignalDesk desk = new OpenSignals(transactions, new SignalRows(), audit, Clock.systemUTC());
    private final Caller boss = caller("boss", Optional.of(hotel), Role.ADMIN);
    private final Caller operator = caller("operator", Optional.empty(), Role.OPERATOR);
    private final String clerk = UUID.randomUUID().toString();

    @Test
    void of_their_own_brand_and_the_operator_at_all() {
        SignalRow raised = raised(clerk);
        assertThat(raised.facts().getFirst().told()).containsExactlyEntriesOf(Map.of("points", "500"));
        assertThat(desk.get(operator, raised.id())).isEqualTo(raised);
        refuses(RefusalCode.SIGNAL_UNKNOWN, () -> desk.get(caller("x", Optional.of(cafe), Role.ADMIN), raised.id()));
        refuses(
                RefusalCode.NOT_PERMITTED,
                () -> desk.get(caller("x", Optional.of(hotel), Role.FRONT_DESK), raised.id()));
    }

    @Test
    void and_only_the_operator_at_what_concerns_several() {
        signals.raise(Signal.amongBrands(SignalKind.TWO_PLACES, Signal.About.person(clerk), Map.of()));
        signals.write();
        assertThat(of(operator, clerk)).hasSize(1);
        assertThat(of(boss, clerk)).isEmpty();
    }

    @Test
    void close_them_with_a_note_which_the_trail_keeps() {
        SignalRow raised = raised(clerk);
        SignalRow seen = desk.change(boss, raised.id(), raised.version(), SignalState.LOOKED_AT, "");
        refuses(
                RefusalCode.FIELD_MISSING,
                () -> desk.change(boss, seen.id(), seen.version(), SignalState.FOUNDED, "  "));
        SignalRow closed = desk.change(boss, seen.id(), seen.version(), SignalState.FOUNDED, "He admitted it");

        assertThat(closed.state()).isEqualTo(SignalState.FOUNDED);
        assertThat(closed.note()).hasValue("He admitted it");
        assertThat(closed.changedBy()).hasValue("boss");
        Entry entry = new AuditReading(transactions, audit, DATABASE.tenants())
                .entries(boss, Wanted.EVERYTHING, Optional.empty(), 1)
                .rows()
                .getFirst();
        assertThat(entry.action()).isEqualTo("close-signal");
        assertThat(entry.subject()).isEqualTo("signal " + raised.id());
        assertThat(entry.details())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("from", "looked-at", "to", "founded", "note", "He admitted it"));
    }

    @Test
    void not_two_of_them_at_once() {
        SignalRow raised = raised(clerk);
        desk.change(boss, raised.id(), raised.version(), SignalState.UNFOUNDED, "his own card");
        refuses(
                RefusalCode.SIGNAL_CHANGED,
                () -> desk.change(operator, raised.id(), raised.version(), SignalState.FOUNDED, "fraud"));
    }

    @Test
    void nor_at_one_about_themselves() {
        SignalRow raised = raised("boss");
        refuses(
                RefusalCode.SIGNAL_ABOUT_ONESELF,
                () -> desk.change(boss, raised.id(), raised.version(), SignalState.UNFOUNDED, "it was not me"));
        desk.change(operator, raised.id(), raised.version(), SignalState.FOUNDED, "it was");
    }

    @Test
    void and_see_how_many_there_are() {
        raised(clerk);
        assertThat(desk.counts(boss).get(SignalState.NEW)).isPositive();
    }

    private SignalRow raised(String person) {
        signals.raise(SignalKind.OWN_CARD, hotel, Signal.About.person(person), Map.of("points", "500"));
        signals.write();
        return of(operator, person).getFirst();
    }

    private List<SignalRow> of(Caller caller, String person) {
        return desk.list(caller, SignalDesk.Wanted.EVERYTHING, Optional.empty(), 100).rows().stream()
                .filter(row -> row.about().id().equals(person))
                .toList();
    }

    private static void refuses(RefusalCode code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private static Caller caller(String subject, Optional<TenantId> tenant, Role role) {
        return new Caller(subject, subject, tenant, Set.of(role), Locale.ENGLISH);
    }
}
