package eu.kontor.proof.seal;

import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.tenancy.api.SqlFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A filled database is brought up to date: nothing that was hashed then reads otherwise now. */
class WhatWasSealedBeforeNamesWereKeptTest {

    private static final SealedLedger SEALED = SealedLedger.SHARED;
    private static final String MIGRATION = "/db/coalition/V161__everyone_leaves_a_name.sql";
    private static final String TEXT_OF_THEN =
            "select coalition.sealed_text(transfer) from coalition.transfer where member_id = %d order by transfer_id";
    private static final int TEXT = 5;

    private final MemberId guest = newMember();

    @Test
    void has_nobody_and_the_same_text() throws Exception {
        SEALED.ledger.earn(guest, SEALED.hotel, 100);
        SEALED.ledger.redeem(guest, SEALED.cafe, 10);
        try (Connection superuser = SEALED.database.superuser();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("alter table coalition.transfer drop column actor_id");
            statement.execute("alter table coalition.request drop column actor_id");
            statement.execute("drop table coalition.actor");
            List<String> then = texts(statement.executeQuery(TEXT_OF_THEN.formatted(guest.value())), 1);

            statement.execute(migration());

            assertThat(then).hasSize(2);
            assertThat(textsNow(superuser)).containsAll(then);
            try (ResultSet row = statement.executeQuery(
                    "select count(*) from coalition.transfer where actor_id <> 0 or actor_id is null")) {
                row.next();
                assertThat(row.getInt(1)).isZero();
            }
            superuser.rollback();
        }
    }

    private static List<String> textsNow(Connection superuser) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(SqlFile.read("proof/seal/rows_of_range"))) {
            statement.setLong(1, 0);
            statement.setLong(2, Long.MAX_VALUE);
            return texts(statement.executeQuery(), TEXT);
        }
    }

    private static List<String> texts(ResultSet rows, int column) throws SQLException {
        try (rows) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(column));
            }
            return texts;
        }
    }

    private static String migration() throws IOException {
        try (InputStream file = WhatWasSealedBeforeNamesWereKeptTest.class.getResourceAsStream(MIGRATION)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
