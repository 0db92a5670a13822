package eu.kontor.checkout.persistence;

import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A transaction that takes locks at once or gives up. */
public final class LockWithoutWaiting {

    private static final String BE_IMPATIENT = SqlFile.read("checkout/be-impatient");

    private LockWithoutWaiting() {}

    /** From here on to its end the transaction fails with SQL state 55P03 if somebody else has what it wants. */
    public static void begin(UnitOfWork unit) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(BE_IMPATIENT)) {
            statement.execute();
        }
    }
}
