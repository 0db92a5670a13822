package eu.kontor.ledger.model;

import eu.kontor.ledger.api.TransferKind;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** What the database holds, read by a superuser's own queries, as sentences. */
final class StoredLedger implements AutoCloseable {

    /** Replica: as a superuser, past the triggers and rights that forbid exactly this. */
    private static final String EMPTY =
            """
            set session_replication_role = replica;
            delete from coalition.transfer;
            delete from coalition.balance;
            delete from coalition.debt;
            delete from coalition.request;
            delete from coalition.hold;
            delete from coalition.hold_outcome;
            delete from coalition.reversal;
            delete from coalition.reversal_line;
            delete from coalition.award_part;
            delete from coalition.redemption_return;
            delete from coalition.gift;
            delete from coalition.passing;
            delete from coalition.passed_debt;
            delete from coalition.account_link;
            delete from coalition.expiry_notice;
            delete from coalition.expiry_run;
            delete from coalition.window_position;
            delete from coalition.balance_snapshot;
            delete from coalition.balance_snapshot_progress;
            delete from coalition.position_snapshot;
            delete from coalition.position_watermark;
            update coalition.settlement_window set closed_at = null, closed_xid = null where closed_at is not null;
            set session_replication_role = origin;
            """;

    private static final String POCKETS =
            """
            select format('member %s pocket %s: earned %s left %s held %s visit %s',
                          member_id, pocket, earned, earned - consumed, held, coalesce(last_activity::text, 'null'))
              from coalition.balance
             where earned > 0
                or last_activity is not null
             union all
            select format('member %s owes %s/%s: %s, repaid %s', member_id, tenant_id, outlet_id, incurred, repaid)
              from coalition.debt
             union all
            select format('reversal %s%s of %s part %s at %s/%s: taken %s owed %s expired %s', run, case when is_last then ', the last,' end,
                          purchase_id, part, tenant_id, outlet_id, taken, owed, expired)
              from coalition.reversal
             union all
            select format('return %s of redemption %s: %s from %s', run, hold_id, points, tenant_id)
              from coalition.redemption_return
             union all
            select format('gift %s: %s from %s to %s at %s/%s on %s', posting_id, points, member_id, recipient_id, tenant_id,
                          outlet_id, business_date)
              from coalition.gift
             union all
            select format('requests %s', count(*))
              from coalition.request""";

    private static final String LOTS =
            """
            select format('member %s pocket %s lot %s of %s/%s on %s remains (%s, %s]', member_id, pocket,
                          case kind when 'N' then 0 else posting_id end, tenant_id,
                          outlet_id, business_date, min(greatest(line_before, consumed)), max(line_before + points))
              from coalition.transfer
              join coalition.balance using (member_id, pocket)
             where credit_account = 1
               and line_before + points > consumed
             group by member_id, pocket, case kind when 'N' then 0 else posting_id end, tenant_id, outlet_id, business_date""";

    private static final String FATES =
            """
            select format('member %s pocket %s lot %s of %s/%s on %s ', lot.member_id, lot.pocket,
                          case lot.kind when 'N' then 0 else lot.posting_id end,
                          lot.tenant_id, lot.outlet_id, lot.business_date),
                   gone.kind,
                   format(' at %s/%s: ', gone.tenant_id, gone.outlet_id),
                   sum(least(lot.line_before + lot.points, gone.line_before + gone.points)
                       - greatest(lot.line_before, gone.line_before))
              from coalition.transfer as lot
              join coalition.transfer as gone on gone.member_id = lot.member_id
                                             and gone.pocket = lot.pocket
                                             and gone.line_before < lot.line_before + lot.points
                                             and gone.line_before + gone.points > lot.line_before
             where lot.credit_account = 1
               and gone.debit_account = 1
             group by lot.member_id, lot.pocket, case lot.kind when 'N' then 0 else lot.posting_id end, lot.tenant_id, lot.outlet_id, lot.business_date, gone.kind,
                      gone.tenant_id, gone.outlet_id""";

    private static final String HOLDS =
            """
            select format('hold %s at %s/%s pocket %s: %s until ', hold_id, hold.tenant_id, hold.outlet_id, hold.pocket,
                          hold.points),
                   hold.expires,
                   case outcome when 'C' then ' captured ' || hold_outcome.points
                                when 'V' then ' voided'
                                when 'X' then ' expired'
                                else ' open' end
              from coalition.hold
              left join coalition.hold_outcome using (member_id, hold_id)""";

    private static final String POSITIONS =
            """
            select format('position %s %s/%s ', to_char(window_start, 'YYYY-MM'), tenant_id, outlet_id),
                   kind,
                   format(' of %s: %s in %s', to_char(business_date, 'YYYY-MM'), sum(points), count(*))
              from coalition.transfer
             group by window_start, tenant_id, outlet_id, kind, to_char(business_date, 'YYYY-MM')""";

    private static final String NOTICES =
            """
            select format('member %s pocket %s point %s runs out on %s and was told to expire on %s', member_id, pocket, place,
                          runs_out_on, min(expires_on))
              from coalition.expiry_notice
              join coalition.balance using (member_id, pocket)
             cross join lateral generate_series(consumed + 1, line_through) as line (place)
             group by member_id, pocket, place, runs_out_on""";

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    StoredLedger(KontorDatabase database) throws SQLException {
        connection = database.superuser();
    }

    void empty() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(EMPTY);
        }
    }

    TreeSet<String> sentences() throws SQLException {
        TreeSet<String> sentences = new TreeSet<>();
        read(POCKETS, row -> sentences.add(row.getString(1)));
        read(LOTS, row -> sentences.add(row.getString(1)));
        read(FATES, row -> sentences.add(row.getString(1) + kind(row, 2) + row.getString(3) + row.getLong(4)));
        read(
                HOLDS,
                row -> sentences.add(row.getString(1)
                        + row.getObject(2, OffsetDateTime.class).toInstant()
                        + row.getString(3)));
        read(NOTICES, row -> sentences.add(row.getString(1)));
        read(POSITIONS, row -> sentences.add(row.getString(1) + kind(row, 2) + row.getString(3)));
        return sentences;
    }

    private static TransferKind kind(ResultSet row, int column) throws SQLException {
        return TransferKind.ofCode(row.getString(column).charAt(0));
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Prepared once: planning over all partitions takes longer than reading them. */
    private void read(String sql, Reader reader) throws SQLException {
        if (!prepared.containsKey(sql)) {
            prepared.put(sql, connection.prepareStatement(sql));
        }
        try (ResultSet rows = prepared.get(sql).executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
