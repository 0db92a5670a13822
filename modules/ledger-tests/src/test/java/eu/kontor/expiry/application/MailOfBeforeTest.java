package eu.kontor.expiry.application;

import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.OPERATOR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.expiry.api.ExpiryNotices.DueNotice;
import eu.kontor.expiry.api.ExpiryNotices.Notice;
import eu.kontor.expiry.api.ExpiryNotices.ToldBy;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Mail that was announced before it was kept on record whether it left. */
class MailOfBeforeTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final int NOTICE_DAYS = 30;

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);

    @AfterAll
    static void stop() {
        DATABASE.server().close();
    }

    /** What waits names its member in another column since, and a notice its day. */
    private static final Map<String, String> SINCE =
            Map.of("waiting.member_id", "waiting.message_key::bigint", "lapses_on", "expires_on");

    @Test
    void counts_if_it_does_not_wait_in_the_outbox() throws Exception {
        MemberId told = newMember();
        MemberId waiting = newMember();
        announced(told);
        inOutbox(announced(waiting));

        try (Connection owner = DATABASE.owner().getConnection();
                Statement statement = owner.createStatement()) {
            String takesOver = script("V069__a_mail_counts_from_the_day_it_left");
            takesOver = takesOver.substring(takesOver.indexOf("insert into"));
            for (Map.Entry<String, String> column : SINCE.entrySet()) {
                takesOver = takesOver.replace(column.getKey(), column.getValue());
            }
            statement.execute(takesOver);
        }
        ledger.clock.set(ledger.clock.instant().plus(Duration.ofDays(NOTICE_DAYS)));
        ledger.expire(TODAY.plusDays(NOTICE_DAYS));

        assertThat(ledger.available(told)).isZero();
        assertThat(ledger.available(waiting)).isEqualTo(100);
    }

    private Notice announced(MemberId member) {
        ledger.earn(member, HOTEL, TODAY.minusYears(1).plusDays(NOTICE_DAYS), ONE_YEAR, 100);
        List<Notice> due = ledger.notices.due(OPERATOR, TODAY, member.value() - 1).notices().stream()
                .map(DueNotice::notice)
                .filter(notice -> notice.member().equals(member))
                .toList();
        return ledger.notices
                .record(OPERATOR, due, TODAY, ToldBy.MAIL)
                .getFirst()
                .notice();
    }

    private static void inOutbox(Notice notice) throws SQLException {
        String key = notice.member().value() + "_" + notice.pocket().code() + "_" + notice.runsOutOn() + "_"
                + notice.lineThrough();
        try (Connection superuser = DATABASE.superuser();
                PreparedStatement statement = superuser.prepareStatement(
                        """
                        insert into coalition.outbox (tenant_id, message_key, topic, reference, payload)
                        values (?, ?::bigint::text, 'expiry-notice', ?, ?)""")) {
            statement.setInt(1, HOTEL.value());
            statement.setLong(2, notice.member().value());
            statement.setLong(3, notice.lineThrough());
            statement.setString(4, "{\"key\": \"" + key + "\", \"attempt\": 1}");
            statement.executeUpdate();
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream file = MailOfBeforeTest.class.getResourceAsStream("/db/coalition/" + name + ".sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
