package eu.kontor.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Origin;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.AccessRefusals;
import eu.kontor.tenancy.api.Trail.Entry;
import eu.kontor.tenancy.api.Trail.Wanted;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhoIsRefusedIsInTheTrailTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();

    private final TenantId hotel = DATABASE.tenant("refused-hotel");
    private final Transactions transactions = DATABASE.transactions();
    private Instant now = Instant.parse("2026-06-01T12:10:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final AuditTrail audit = new AuditTrail(clock);
    private final RefusedAccess refusals = new RefusedAccess(transactions, audit, clock);
    private final String subject = UUID.randomUUID().toString();
    private final Caller clerk = new Caller(
            subject,
            "Clerk",
            Optional.of(hotel),
            Set.of(Role.FRONT_DESK),
            Locale.ENGLISH,
            Origin.of("portal", "192.0.2.4"));

    @Test
    void the_first_time_at_once_and_how_often_when_the_hour_is_over() {
        for (int i = 0; i < 10_000; i++) {
            refusals.refused(clerk, "/api/v1/settlement/windows/2026-" + i + "/statement", RefusalCode.NOT_PERMITTED);
            if (i == 0) {
                refusals.write();
            }
        }
        refusals.write();
        assertThat(told()).containsExactly("/api/v1/settlement/windows/*/statement not-permitted 1");

        now = now.plus(Duration.ofHours(1));
        refusals.write();
        refusals.write();
        assertThat(told())
                .containsExactly(
                        "/api/v1/settlement/windows/*/statement not-permitted 10000",
                        "/api/v1/settlement/windows/*/statement not-permitted 1");
        assertThat(refusals.count()).isEqualTo(10_000);
    }

    @Test
    void and_who_tries_every_door_fills_no_table() {
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second = 'a'; second <= 'z'; second++) {
                refusals.refused(clerk, "/api/" + first + second, RefusalCode.NOT_PERMITTED);
            }
        }
        refusals.write();
        now = now.plus(Duration.ofHours(1));
        refusals.write();
        assertThat(told()).hasSizeBetween(RefusedAccess.MOST_PLACES, RefusedAccess.MOST_PLACES + 2);
    }

    private List<String> told() {
        Caller boss = new Caller("boss", "Boss", Optional.of(hotel), Set.of(Role.ADMIN), Locale.ENGLISH);
        return new AuditReading(transactions, audit, DATABASE.tenants())
                        .entries(
                                boss,
                                new Wanted(
                                        Optional.of(subject),
                                        Optional.of(AccessRefusals.ACTION),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                Optional.empty(),
                                100)
                        .rows()
                        .stream()
                        .map(WhoIsRefusedIsInTheTrailTest::line)
                        .toList();
    }

    private static String line(Entry entry) {
        return entry.subject() + " " + entry.details().get("reason") + " "
                + entry.details().get("times");
    }
}
