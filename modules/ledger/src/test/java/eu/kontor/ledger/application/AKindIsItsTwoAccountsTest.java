package eu.kontor.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.TransferKind.Account;
import eu.kontor.ledger.api.TransferKind.PriceBasis;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java and the database know the same kinds, and what else is said of a kind follows from its accounts. */
class AKindIsItsTwoAccountsTest {

    @Test
    void the_database_knows_the_same_accounts() throws SQLException {
        assertThat(read("select account || ' ' || (whose = 'partner') from coalition.account"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Account.values())
                        .map(account -> account.number() + " " + isPriced(account))
                        .toList());
    }

    @Test
    void the_database_knows_the_same_kinds() throws SQLException {
        assertThat(
                        read(
                                "select concat_ws(' ', kind, name, debit_account, credit_account) from coalition.transfer_kind"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(TransferKind.values())
                        .map(kind -> kind.code() + " "
                                + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                                + kind.debit().number() + " " + kind.credit().number())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "EARN,          +1, PER_POINT_ISSUED,   -1",
        "REDEEM,        -1, PER_POINT_REDEEMED, +1",
        "REVERSE,       -1, PER_POINT_ISSUED,   +1",
        "REPAY,         -1, PER_POINT_ISSUED,   +1",
        "EXPIRE,        -1, NONE,               +1",
        "GIFT_GIVEN,    -1, NONE,               +1",
        "GIFT_RECEIVED, +1, NONE,               +1",
        "REDEMPTION_RETURNED, +1, PER_POINT_REDEEMED, -1",
        "POINTS_RETURNED, +1, NONE,             +1",
        "GOODWILL,            +1, PER_POINT_ISSUED, -1",
        "GOODWILL_TAKEN_BACK, -1, PER_POINT_ISSUED, +1",
        "OPERATOR_GOODWILL,            +1, NONE,    +1",
        "OPERATOR_GOODWILL_TAKEN_BACK, -1, NONE,    +1",
        "MERGED_AWAY, -1, NONE,                     +1",
        "MERGED_IN, +1, NONE,                       +1"
    })
    void sign_price_and_who_pays_follow(TransferKind kind, int member, PriceBasis price, int partner) {
        assertThat(kind.sign()).isEqualTo(member);
        assertThat(kind.price()).isEqualTo(price);
        assertThat(kind.partnerSign()).isEqualTo(partner);
    }

    /** Points of a partner's account have a price; of any other they are for information. */
    private static boolean isPriced(Account account) {
        return account.price() != PriceBasis.NONE;
    }

    private static List<String> read(String sql) throws SQLException {
        try (Connection superuser = KontorDatabase.shared().superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }
}
