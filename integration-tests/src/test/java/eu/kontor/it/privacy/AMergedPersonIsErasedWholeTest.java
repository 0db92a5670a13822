package eu.kontor.it.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.retention.api.Erasures.Erasure;
import eu.kontor.retention.api.MemberFiles.MemberFile;
import eu.kontor.retention.application.ErasureSteps;
import eu.kontor.retention.application.GatheredMemberFiles;
import eu.kontor.retention.application.MemberErasures;
import eu.kontor.retention.application.PersonalFolders;
import eu.kontor.retention.persistence.ErasureRows;
import eu.kontor.retention.persistence.PersonalRows;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.application.AuditTrail;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ana had three cards under three names, and turned out to be one person: the first was merged into the second, that one into the third, and a fourth, too. */
class AMergedPersonIsErasedWholeTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final Caller OPERATOR =
            new Caller("op-1", "Olívia Duarte", Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH);
    private static final MemberId OLDEST = new MemberId(880_201);
    private static final MemberId BETWEEN = new MemberId(880_202);

    static {
        DATABASE.tenant("privacy-brand");
    }

    private final Transactions transactions = DATABASE.transactions();
    private final Clock clock = Clock.systemUTC();
    private final PersonalRows personal = new PersonalRows(PersonalContexts.all());
    private final ErasureRows rows = new ErasureRows();
    private final MemberErasures erasures = new MemberErasures(
            transactions,
            rows,
            new ErasureSteps(
                    transactions,
                    DATABASE.tenants(),
                    rows,
                    personal,
                    new PersonalFolders(List.of()),
                    (caller, member) -> Points.ZERO,
                    clock),
            new AuditTrail(clock),
            clock);
    private final GatheredMemberFiles files =
            new GatheredMemberFiles(transactions, DATABASE.tenants(), personal, new AuditTrail(clock), clock);

    @Test
    void by_whichever_card_it_is_asked_for() throws SQLException {
        sql(
                """
                insert into coalition.coalition
                       (name, points_name, zone, card_prefix, first_window, currency, value_per_point, sample, configuration)
                values ('Test coalition', '{"en": "points"}', 'Europe/Lisbon', '972401', '2020-01-01', 'EUR', 0.01, true, '{}')
                on conflict do nothing;
                insert into coalition.member (member_id, given_name, family_name, search_name, language, member_since, merged_into)
                values (880203, 'Ana', 'Quaresma', ' quaresma ana', 'es', '2025-01-01', null),
                       (880202, 'Anna', 'Kvaresma', ' kvaresma anna', 'es', '2025-01-01', 880203),
                       (880201, 'Anita', 'Coresma', ' coresma anita', 'es', '2025-01-01', 880202),
                       (880204, 'Ani', 'Karesma', ' karesma ani', 'es', '2025-01-01', 880203),
                       (880205, 'Parted', 'Again', ' again parted', 'es', '2025-01-01', null);
                insert into coalition.member_merge (member_id, into_id, merged_at, reason, undone_at, undo_reason)
                values (880205, 880203, now(), 'thought so', now(), 'somebody else');
                insert into coalition.card (card_number, member_id, issued_on)
                values ('9724018802010007', 880201, '2025-01-01'), ('9724018802030005', 880203, '2025-01-01');
                insert into t_privacy_brand.guest_note (member_id, text, author, written_at) values (880203, 'likes oat milk', 'A', now())""");

        MemberFile everything = files.of(OPERATOR, OLDEST);
        assertThat(texts(everything, "profile", "familyName"))
                .containsExactly("Coresma", "Kvaresma", "Quaresma", "Karesma");
        assertThat(texts(everything, "notes", "note")).containsExactly("likes oat milk");
        assertThat(everything.member()).isEqualTo(OLDEST);

        assertThat(catchThrowableOfType(Refusal.class, () -> erasures.erase(OPERATOR, OLDEST, "Sra. Quaresma wrote"))
                        .code())
                .as("the name under which the person goes now")
                .isEqualTo(RefusalCode.FIELD_MALFORMED);
        assertThat(names()).as("nobody is half erased").hasSize(5);

        Erasure asked = erasures.erase(OPERATOR, BETWEEN, "by letter");
        assertThat(asked.member()).isEqualTo(BETWEEN);
        assertThat(names()).containsExactly("Again");
        assertThat(column("select member_id::text from coalition.erasure order by 1"))
                .containsExactly("880201", "880202", "880203", "880204");
        assertThat(column("select text from t_privacy_brand.guest_note")).isEmpty();
        assertThat(column("select card_number from coalition.card where blocked_at is null"))
                .isEmpty();
        assertThat(erasures.erase(OPERATOR, OLDEST, "again").askedBy()).isEqualTo(asked.askedBy());
    }

    private static List<String> names() throws SQLException {
        return column("select family_name from coalition.member where given_name <> '—' order by 1");
    }

    private static List<String> texts(MemberFile file, String part, String field) {
        return file.content().stream()
                .filter(one -> one.name().equals(part))
                .flatMap(one -> one.rows().stream())
                .map(row -> row.path(field).asText())
                .toList();
    }

    private static void sql(String statements) throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(statements);
        }
    }

    private static List<String> column(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
