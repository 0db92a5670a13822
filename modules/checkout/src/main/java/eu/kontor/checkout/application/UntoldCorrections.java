package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Corrections.Reason;
import eu.kontor.checkout.api.WaitingCorrections;
import eu.kontor.checkout.persistence.CorrectionRows;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Proposals of a brand and whether somebody was told of them. */
@Service
public class UntoldCorrections implements WaitingCorrections {

    private static final String UNTOLD = SqlFile.read("checkout/untold-corrections");
    private static final String TOLD = SqlFile.read("checkout/corrections-told");

    private final Transactions transactions;
    private final CorrectionRows rows;
    private final Clock clock;

    @Inject
    public UntoldCorrections(Transactions transactions, CorrectionRows rows, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    private record UntoldRow(
            long id,
            Points points,
            boolean gives,
            String reason,
            boolean byOperator,
            String proposerName,
            Instant proposedAt) {

        WaitingCorrection waiting(Map<String, Map<String, String>> names) {
            return new WaitingCorrection(
                    id,
                    points,
                    gives,
                    reason,
                    names.getOrDefault(reason, Map.of()),
                    byOperator,
                    proposerName,
                    proposedAt);
        }
    }

    @Override
    public List<WaitingCorrection> untold(TenantId tenant) {
        return transactions.asTenant(tenant, unit -> {
            List<UntoldRow> untold = unit.jdbi()
                    .createQuery(UNTOLD)
                    .bind("most", MOST)
                    .mapTo(UntoldRow.class)
                    .list();
            if (untold.isEmpty()) {
                return List.of();
            }
            Map<String, Map<String, String>> names = rows.rules(unit).reasons().stream()
                    .collect(Collectors.toMap(Reason::code, Reason::names, (one, other) -> one));
            return untold.stream().map(row -> row.waiting(names)).toList();
        });
    }

    @Override
    public void told(TenantId tenant, List<WaitingCorrection> corrections) {
        Object[] ids = corrections.stream().map(WaitingCorrection::id).toArray();
        transactions.asTenant(tenant, unit -> unit.jdbi()
                .createUpdate(TOLD)
                .bind("at", clock.instant())
                .bindBySqlType("ids", unit.connection().createArrayOf("bigint", ids), Types.ARRAY)
                .execute());
    }
}
