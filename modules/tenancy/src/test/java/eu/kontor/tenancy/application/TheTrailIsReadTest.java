package eu.kontor.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Origin;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Trail;
import eu.kontor.tenancy.api.Trail.Entry;
import eu.kontor.tenancy.api.Trail.Wanted;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TheTrailIsReadTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final TenantId hotel = DATABASE.tenant("trail-hotel");
    private final TenantId cafe = DATABASE.tenant("trail-cafe");
    private final Transactions transactions = DATABASE.transactions();
    private final AuditTrail audit = new AuditTrail(Clock.fixed(NOON, ZoneOffset.UTC));
    private final Trail trail = new AuditReading(transactions, audit, DATABASE.tenants());
    private final String word = UUID.randomUUID().toString();
    private final Caller boss = caller("Inês Prado", Optional.of(hotel), Role.ADMIN);
    private final Caller other = caller("Olga", Optional.of(cafe), Role.ADMIN);
    private final Caller operator = caller("Tom", Optional.empty(), Role.OPERATOR);

    @Test
    void by_a_brand_its_own_and_by_the_operator_all_of_it_with_where_from() {
        does(boss, "block-card", "card " + word, Map.of("reason", "lost"));
        does(other, "block-card", "card " + word, Map.of());

        assertThat(found(boss, about(word))).singleElement().satisfies(entry -> {
            assertThat(entry.actorName()).isEqualTo("Inês Prado");
            assertThat(entry.details()).containsExactlyEntriesOf(Map.of("reason", "lost"));
            assertThat(entry.client()).hasValue("portal");
            assertThat(entry.address()).hasValue("192.0.2.4");
            assertThat(entry.at()).isEqualTo(NOON);
        });
        assertThat(found(operator, about(word))).hasSize(2);
    }

    @Test
    void by_nobody_else() {
        for (Role role : List.of(Role.FRONT_DESK, Role.FINANCE, Role.MACHINE)) {
            assertThatThrownBy(() -> found(caller("x", Optional.of(hotel), role), Wanted.EVERYTHING))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.NOT_PERMITTED));
        }
    }

    @Test
    void narrowed_by_person_kind_span_and_text() {
        does(boss, "block-card", "card " + word, Map.of("reason", "100% lost"));
        does(boss, "change-tier", "member " + word, Map.of("from", "silver", "to", "gold"));

        assertThat(found(boss, with(about(word), "person", "inês"))).hasSize(2);
        assertThat(found(boss, with(about(word), "person", "nobody"))).isEmpty();
        assertThat(found(boss, with(about(word), "action", "change-tier"))).hasSize(1);
        assertThat(found(boss, about("100% lost"))).isNotEmpty();
        assertThat(found(boss, span(NOON, NOON.plusSeconds(1)))).hasSize(2);
        assertThat(found(boss, span(NOON.plusSeconds(1), NOON.plusSeconds(9)))).isEmpty();
        assertThat(found(boss, span(NOON.minusSeconds(9), NOON))).isEmpty();
    }

    @Test
    void page_by_page() {
        for (int i = 0; i < 5; i++) {
            does(boss, "block-card", "card " + word + i, Map.of());
        }
        Page<Entry> first = trail.entries(boss, about(word), Optional.empty(), 3);
        Page<Entry> second = trail.entries(boss, about(word), first.next(), 3);
        assertThat(first.rows())
                .extracting(Entry::subject)
                .containsExactly("card " + word + 4, "card " + word + 3, "card " + word + 2);
        assertThat(second.rows()).extracting(Entry::subject).containsExactly("card " + word + 1, "card " + word + 0);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void as_a_file_without_formulas_and_who_took_it_is_in_it() throws IOException {
        does(boss, "block-card", "=cmd(" + word + ")", Map.of("reason", "said \"lost\", so"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        trail.writeCsv(boss, about(word), out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(
                        "\"'=cmd(" + word + ")\"",
                        "\"reason=said \"\"lost\"\", so\"",
                        "\"trail-hotel\"",
                        "\"192.0.2.4\"");
        assertThat(found(
                        boss,
                        new Wanted(
                                Optional.empty(),
                                Optional.of("export-audit-trail"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())))
                .as("that it was searched, and not for what: it may be a guest's name")
                .extracting(Entry::details)
                .contains(Map.of("searched", "…"))
                .noneMatch(told -> told.containsValue(word));
    }

    private List<Entry> found(Caller caller, Wanted wanted) {
        return trail.entries(caller, wanted, Optional.empty(), 100).rows();
    }

    private static Wanted about(String text) {
        return new Wanted(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(text),
                Optional.empty());
    }

    private static Wanted with(Wanted wanted, String what, String value) {
        return new Wanted(
                what.equals("person") ? Optional.of(value) : Optional.empty(),
                what.equals("action") ? Optional.of(value) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                wanted.text(),
                Optional.empty());
    }

    private Wanted span(Instant from, Instant until) {
        return new Wanted(
                Optional.empty(),
                Optional.empty(),
                Optional.of(from),
                Optional.of(until),
                Optional.of(word),
                Optional.empty());
    }

    private void does(Caller caller, String action, String subject, Map<String, String> details) {
        transactions.asOperator(unit -> {
            audit.record(unit, caller, action, subject, details);
            return action;
        });
    }

    private static Caller caller(String name, Optional<TenantId> tenant, Role role) {
        return new Caller(
                "subject of " + name, name, tenant, Set.of(role), Locale.ENGLISH, Origin.of("portal", "192.0.2.4"));
    }
}
