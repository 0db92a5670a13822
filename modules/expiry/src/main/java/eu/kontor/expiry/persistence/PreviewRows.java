package eu.kontor.expiry.persistence;

import eu.kontor.expiry.api.Expiry.Amount;
import eu.kontor.expiry.api.Expiry.Announced;
import eu.kontor.expiry.api.Expiry.PreviewRow;
import eu.kontor.expiry.api.Expiry.PreviewSum;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.tenancy.api.SqlFile;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Of whom what expires by a day. */
public final class PreviewRows {

    private static final String PREVIEW = SqlFile.read("expiry/preview");
    private static final String SUM = SqlFile.read("expiry/preview_sum");
    private static final String BY_ISSUER = SqlFile.read("expiry/preview_by_issuer");

    /** Rows fetched from the server at a time when streaming. */
    private static final int FETCH_ROWS = 2_000;

    private final Handle jdbi;

    public PreviewRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    /** The last row of a page. */
    private record After(long points, long member, int pocket, LocalDate runsOutOn) {

        static final After NOTHING = new After(Long.MAX_VALUE, 0, 0, LocalDate.EPOCH);

        static After of(PreviewRow row) {
            return new After(
                    row.points().value(), row.member().value(), row.pocket().code(), row.runsOutOn());
        }

        String text() {
            String plain = points + ":" + member + ":" + pocket + ":" + runsOutOn;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
        }

        /** @throws Refusal {@code CURSOR_INVALID} */
        static After parse(String text) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(":", -1);
                if (parts.length == 4) {
                    return new After(
                            Long.parseLong(parts[0]),
                            Long.parseLong(parts[1]),
                            Integer.parseInt(parts[2]),
                            LocalDate.parse(parts[3]));
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new Refusal(RefusalCode.CURSOR_INVALID);
            }
            throw new Refusal(RefusalCode.CURSOR_INVALID);
        }
    }

    /** Of the pocket's line, which has its announcement in two columns or in none. */
    private record Row(
            MemberId memberId,
            int pocket,
            LocalDate runsOutOn,
            Points points,
            long lineThrough,
            Optional<LocalDate> toldOn,
            Optional<LocalDate> expiresOn,
            Points expiring) {

        PreviewRow preview() {
            Optional<Announced> announced = toldOn.map(day -> new Announced(day, expiresOn.orElseThrow()));
            return new PreviewRow(memberId, new Pocket(pocket), runsOutOn, points, lineThrough, announced, expiring);
        }
    }

    private record SumRow(
            long members,
            Points points,
            long expiringMembers,
            Points expiringPoints,
            long untoldMembers,
            Points untoldPoints) {

        PreviewSum sum(LocalDate asOf) {
            return new PreviewSum(
                    asOf,
                    new Amount(members, points),
                    new Amount(expiringMembers, expiringPoints),
                    new Amount(untoldMembers, untoldPoints));
        }
    }

    private record IssuerRow(TenantId tenantId, Points points) {}

    public Page<PreviewRow> page(LocalDate asOf, Optional<String> cursor, int limit) {
        List<PreviewRow> rows = new ArrayList<>();
        read(asOf, cursor.map(After::parse).orElse(After.NOTHING), limit + 1, rows::add);
        return rows.size() <= limit
                ? new Page<>(rows, Optional.empty())
                : new Page<>(
                        rows.subList(0, limit),
                        Optional.of(After.of(rows.get(limit - 1)).text()));
    }

    public void stream(LocalDate asOf, Consumer<PreviewRow> sink) {
        read(asOf, After.NOTHING, Integer.MAX_VALUE, sink);
    }

    private void read(LocalDate asOf, After after, int limit, Consumer<PreviewRow> sink) {
        jdbi.createQuery(PREVIEW)
                .setFetchSize(FETCH_ROWS)
                .bind("asOf", asOf)
                .bind("minusPoints", -after.points())
                .bind("member", after.member())
                .bind("pocket", after.pocket())
                .bind("runsOutOn", after.runsOutOn())
                .bind("most", limit)
                .mapTo(Row.class)
                .forEach(row -> sink.accept(row.preview()));
    }

    public PreviewSum sum(LocalDate asOf) {
        return jdbi.createQuery(SUM)
                .bind("asOf", asOf)
                .mapTo(SumRow.class)
                .one()
                .sum(asOf);
    }

    public Map<TenantId, Points> byIssuer(LocalDate asOf) {
        Map<TenantId, Points> points = new LinkedHashMap<>();
        jdbi.createQuery(BY_ISSUER)
                .bind("asOf", asOf)
                .mapTo(IssuerRow.class)
                .forEach(row -> points.put(row.tenantId(), row.points()));
        return points;
    }
}
