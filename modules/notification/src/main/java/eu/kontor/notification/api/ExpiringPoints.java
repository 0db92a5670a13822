package eu.kontor.notification.api;

import eu.kontor.expiry.api.Expiry.Amount;
import eu.kontor.expiry.api.Expiry.PreviewRow;
import eu.kontor.expiry.api.Expiry.PreviewSum;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Who loses what by a day, by name: {@link eu.kontor.expiry.api.Expiry#preview} with people. Operator only. */
public interface ExpiringPoints {

    /** Largest first. */
    Page<ExpiringRow> page(Caller caller, LocalDate asOf, Optional<String> cursor, int limit);

    ExpiringSum sum(Caller caller, LocalDate asOf);

    /** All of it as CSV: {@code card,name,points,expiring,expiry,months,runs_out_on,told_on,expires_on,has_address}. */
    void writeCsv(Caller caller, LocalDate asOf, OutputStream out) throws IOException;

    /**
     * @param name empty when the member is not known any more
     * @param hasAddress whether mail can reach the member
     */
    record ExpiringRow(PreviewRow row, String name, Optional<CardNumber> card, boolean hasAddress) {}

    /**
     * @param unreachable of those that were not told: whom mail cannot reach
     * @param byIssuer what runs out, by the partner that issued it, largest first
     */
    record ExpiringSum(PreviewSum sum, Amount unreachable, Map<TenantId, Points> byIssuer) {}
}
