package eu.kontor.it.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that name an erased member are found among what people wrote; what was written of others stays. */
class ANamesakeIsSomebodyElseTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final long ANA = 882_001;
    private static final long WANG = 882_002;
    private static final long WITHOUT_MAIL = 882_003;

    @BeforeAll
    static void three_members() throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    """
                    insert into coalition.member (member_id, given_name, family_name, search_name, phone, email, language, member_since)
                    values (882001, 'Ana', 'da Sil', ' sil ana', '+351 930 882 001', 'ana.sil@example.com', 'en', '2025-01-01'),
                           (882002, '伟', '王', ' 王 伟', null, null, 'zh', '2025-01-01'),
                           (882003, 'J.', 'O''Neil', ' oneil j', '', '', 'en', '2025-01-01')""");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Ana da Sil asked for it', true",
        "'says da Sil, Ana', true",
        "'ANA DA SIL', true",
        "'wrote from Ana.Sil@example.com', true",
        "'called from 930 882 001', true",
        "'Ana Silva asked for it', false",
        "'Joana da Sil asked for it', false",
        "'Ana asked, and Rui da Sil did', false",
        "'she came back on 2026-11-27', false",
        "'', false"
    })
    void with_the_whole_name_mail_or_phone(String words, boolean hers) throws SQLException {
        assertThat(names(words, ANA)).isEqualTo(hers);
    }

    @Test
    void as_names_are_written_in_chinese() throws SQLException {
        assertThat(names("王伟来信", WANG)).isTrue();
        assertThat(names("王 伟 来信", WANG)).isTrue();
        assertThat(names("王先生的伟大来信", WANG)).isFalse();
    }

    @Test
    void who_has_no_mail_is_not_in_every_note() throws SQLException {
        assertThat(names("somebody else", WITHOUT_MAIL)).isFalse();
        assertThat(names("J. O'Neil himself", WITHOUT_MAIL)).isTrue();
    }

    private static boolean names(String words, long member) throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                PreparedStatement query = superuser.prepareStatement("select coalition.names_member(?, ?)")) {
            query.setString(1, words);
            query.setLong(2, member);
            try (ResultSet answer = query.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }
}
