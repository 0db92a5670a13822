package eu.kontor.it.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A pool with room for one connection is what a busy pool is at its worst: every tenant comes after another. */
class TenantsTakeTurnsOnOneConnectionTest {

    private static final int ROUNDS = 200;
    private static final KontorDatabase DATABASE = KontorDatabase.shared();

    private static final String ADD =
            "insert into guest_note (member_id, text, author, written_at) values (1, ?, 'turn', now())";
    private static final String WHOSE = "select distinct text from guest_note where author = 'turn'";
    private static final String ROLE = "select session_user, current_setting('role')";

    private final List<String> slugs = List.of("turn-hotel", "turn-cafe", "turn-shop");
    private final List<TenantId> tenants = slugs.stream().map(DATABASE::tenant).toList();
    private final DataSource onlyOne = DATABASE.applicationPool(1);
    private final Transactions transactions = DATABASE.transactions(onlyOne);

    @Test
    void and_never_see_each_other() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(slugs.size())) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < slugs.size(); i++) {
                int index = i;
                all.add(threads.submit(() -> writeAndRead(index)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        for (String slug : slugs) {
            String role = "t_" + slug.replace('-', '_');
            try (Connection connection =
                            onlyOne.getConnection(role, DATABASE.logins().password(role));
                    PreparedStatement statement = connection.prepareStatement(ROLE);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                assertThat(row.getString(1)).isEqualTo(role);
                assertThat(row.getString(2))
                        .as("nothing is left of a transaction")
                        .isEqualTo("none");
            }
        }
    }

    private void writeAndRead(int index) {
        String slug = slugs.get(index);
        for (int round = 0; round < ROUNDS; round++) {
            boolean fails = round % 7 == 3;
            try {
                List<String> seen = transactions.asTenant(tenants.get(index), unit -> {
                    try (PreparedStatement add = unit.connection().prepareStatement(ADD)) {
                        add.setString(1, slug);
                        add.execute();
                    }
                    if (fails) {
                        throw new SQLException("the till fell over");
                    }
                    return texts(unit.connection());
                });
                assertThat(seen).containsExactly(slug);
            } catch (RuntimeException e) {
                assertThat(e).hasMessage("the till fell over");
            }
        }
    }

    private static List<String> texts(Connection connection) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(WHOSE);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
