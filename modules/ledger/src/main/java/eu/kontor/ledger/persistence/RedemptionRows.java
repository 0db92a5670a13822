package eu.kontor.ledger.persistence;

import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.domain.BatchDecision;
import eu.kontor.ledger.domain.Journal.RedemptionReturn;
import eu.kontor.ledger.domain.PostedRedemption;
import eu.kontor.ledger.domain.PostedRedemption.Drawn;
import eu.kontor.ledger.persistence.PostingReads.WantedPosting;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Captured redemptions that a batch returns, and what it returned of them. */
public final class RedemptionRows {

    private static final String READ_REDEMPTIONS = SqlFile.read("ledger/post/read_redemptions");
    private static final String INSERT_RETURNS = SqlFile.read("ledger/post/insert_redemption_returns");

    private final Connection connection;

    public RedemptionRows(Connection connection) {
        this.connection = connection;
    }

    /** After the members are locked. */
    public void tell(List<WantedPosting> asked, BatchDecision decision) throws SQLException {
        if (asked.isEmpty()) {
            return;
        }
        try (ArrayStatement statement = new ArrayStatement(connection, READ_REDEMPTIONS)) {
            ResultSet row = statement
                    .longs(asked, WantedPosting::member)
                    .longs(asked, WantedPosting::posting)
                    .read();
            boolean more = row.next();
            while (more) {
                long member = row.getLong("member_id");
                long hold = row.getLong("hold_id");
                int tenant = row.getInt("tenant_id");
                int outlet = row.getInt("outlet_id");
                LocalDate day = row.getObject("business_date", LocalDate.class);
                long returned = row.getLong("returned");
                int returns = row.getInt("returns");
                List<Drawn> drawn = new ArrayList<>();
                do {
                    drawn.add(drawn(row));
                    more = row.next();
                } while (more && row.getLong("member_id") == member && row.getLong("hold_id") == hold);
                decision.account(member).has(new PostedRedemption(hold, tenant, outlet, day, drawn, returned, returns));
            }
        }
    }

    private static Drawn drawn(ResultSet row) throws SQLException {
        return new Drawn(
                new Pocket(row.getInt("pocket")),
                row.getInt("issuer_id"),
                row.getInt("issuer_outlet_id"),
                row.getObject("issued", LocalDate.class),
                row.getLong("points"));
    }

    void write(List<RedemptionReturn> rows, Instant now) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (ArrayStatement statement = new ArrayStatement(connection, INSERT_RETURNS)) {
            statement
                    .instant(now)
                    .longs(rows, RedemptionReturn::member)
                    .longs(rows, RedemptionReturn::hold)
                    .ints(rows, RedemptionReturn::run)
                    .longs(rows, RedemptionReturn::posting)
                    .longs(rows, RedemptionReturn::points)
                    .ints(rows, RedemptionReturn::tenant)
                    .write();
        }
    }
}
