package eu.kontor.it.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.retention.api.Erasures.Erasure;
import eu.kontor.retention.application.ErasureSteps;
import eu.kontor.retention.application.MemberErasures;
import eu.kontor.retention.application.PersonalFolders;
import eu.kontor.retention.persistence.ErasureRows;
import eu.kontor.retention.persistence.PersonalRows;
import eu.kontor.tenancy.api.PersonalFiles;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.application.AuditTrail;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two members ask on one day. A file of one brand is damaged, and what is written down of the first one fails for a while. */
class ErasuresGoThroughFilesTogetherTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final Caller OPERATOR =
            new Caller("op-1", "Olívia Duarte", Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH);
    private static final MemberId ANA = new MemberId(881_001);
    private static final MemberId RUI = new MemberId(881_002);

    private final Transactions transactions = DATABASE.transactions();
    private final ErasureRows rows = new ErasureRows();
    private final List<Set<MemberId>> asked = new ArrayList<>();
    private int damaged = 1;
    private final PersonalFiles files = this::erase;

    @Test
    void in_the_round_and_once_for_all() throws SQLException {
        sql(
                "insert into coalition.coalition (name, points_name, zone, card_prefix, first_window, currency, value_per_point, sample, configuration)"
                        + " values ('Test coalition', '{\"en\": \"points\"}', 'Europe/Lisbon', '972401', '2020-01-01', 'EUR', 0.01, true, '{}')"
                        + " on conflict do nothing");
        sql(
                "insert into coalition.member (member_id, given_name, family_name, search_name, language, member_since)"
                        + " values (881001, 'Ana', 'Sil', ' sil ana', 'en', '2025-01-01'), (881002, 'Rui', 'Sil', ' sil rui', 'en', '2025-01-01')");

        assertThat(erasures().erase(OPERATOR, ANA, "by letter").waitsFor()).containsExactly("files");
        assertThat(erasures().erase(OPERATOR, RUI, "by letter").waitsFor()).containsExactly("files");
        assertThat(asked).as("nobody waits for files").isEmpty();

        sql(
                "create function public.fail() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;"
                        + " create trigger fail before update on coalition.erasure for each row when (old.member_id = 881001) execute function public.fail()");
        steps(0).round();
        assertThat(asked).containsExactly(Set.of(ANA, RUI));
        assertThat(found(ANA).waitsFor()).as("as it was").containsExactly("files");
        assertThat(found(RUI).waitsFor()).containsExactly("unread-files");

        sql("drop trigger fail on coalition.erasure");
        damaged = 0;
        steps(6).round();
        assertThat(found(ANA).doneAt()).isPresent();
        assertThat(found(RUI).doneAt()).isPresent();
        assertThat(asked).hasSize(2);

        Erasure done = found(ANA);
        assertThat(erasures().erase(OPERATOR, ANA, "once more")).isEqualTo(done);
        damaged = 1;
        steps(25 * 60).round();
        assertThat(asked).as("a day later").hasSize(3);
        assertThat(found(ANA).doneAt())
                .as("what comes to light later does not undo it")
                .isEqualTo(done.doneAt());
        steps(25 * 60 + 12).round();
        assertThat(asked).hasSize(3);
    }

    private int erase(Map<MemberId, Set<CardNumber>> members) {
        asked.add(Set.copyOf(members.keySet()));
        return damaged;
    }

    private MemberErasures erasures() {
        Clock clock = Clock.systemUTC();
        return new MemberErasures(transactions, rows, steps(0), new AuditTrail(clock), clock);
    }

    private ErasureSteps steps(int minutesLater) {
        return new ErasureSteps(
                transactions,
                DATABASE.tenants(),
                rows,
                new PersonalRows(PersonalContexts.all()),
                new PersonalFolders(List.of(files)),
                (caller, member) -> Points.ZERO,
                Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutesLater)));
    }

    private Erasure found(MemberId member) {
        return erasures().find(OPERATOR, member).orElseThrow();
    }

    private static void sql(String statement) throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                Statement run = superuser.createStatement()) {
            run.execute(statement);
        }
    }
}
