package eu.kontor.ledger.persistence;

import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Windows.Position;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** A sum of a window's transfers, as every statement about positions has it. */
record PositionRow(TenantId tenantId, int outletId, char kind, YearMonth businessMonth, Points points, long transfers) {

    /** @param tenant whose positions; empty for all */
    static List<Position> read(Query positions, YearMonth window, Optional<TenantId> tenant) {
        return positions
                .bind("window", window)
                .bindByType("tenant", tenant.map(TenantId::value).orElse(null), Integer.class)
                .mapTo(PositionRow.class)
                .map(row -> row.in(window))
                .list();
    }

    private Position in(YearMonth window) {
        TransferKind of = TransferKind.ofCode(kind);
        long late = of.isLate(businessMonth, window) ? transfers : 0;
        return new Position(tenantId, outletId, of, businessMonth, points, transfers, late);
    }
}
