package eu.kontor.notification.mail;

import eu.kontor.expiry.api.Expiry;
import eu.kontor.expiry.api.Expiry.Amount;
import eu.kontor.expiry.api.Expiry.Announced;
import eu.kontor.expiry.api.Expiry.PreviewRow;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CellText;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.membership.api.Addresses;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.MemberRow;
import eu.kontor.notification.api.ExpiringPoints;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The ledger's preview with names and addresses, looked up for a thousand rows at a time. */
@Service
public class NamedExpiringPoints implements ExpiringPoints {

    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "card",
                    "name",
                    "points",
                    "expiring",
                    "expiry",
                    "months",
                    "runs_out_on",
                    "told_on",
                    "expires_on",
                    "has_address")
            .get();

    private final Transactions transactions;
    private final Expiry expiry;
    private final Members members;
    private final Addresses addresses;

    @Inject
    public NamedExpiringPoints(Transactions transactions, Expiry expiry, Members members, Addresses addresses) {
        this.transactions = transactions;
        this.expiry = expiry;
        this.members = members;
        this.addresses = addresses;
    }

    @Override
    public Page<ExpiringRow> page(Caller caller, LocalDate asOf, Optional<String> cursor, int limit) {
        Page<PreviewRow> page = expiry.preview(caller, asOf, cursor, limit);
        return new Page<>(named(caller, page.rows()), page.next());
    }

    private List<ExpiringRow> named(Caller caller, List<PreviewRow> rows) {
        List<MemberId> ids = rows.stream().map(PreviewRow::member).distinct().toList();
        Map<MemberId, MemberRow> names = members.names(caller, ids);
        Set<MemberId> reached = reached(ids);
        return rows.stream()
                .map(row -> {
                    Optional<MemberRow> member = Optional.ofNullable(names.get(row.member()));
                    return new ExpiringRow(
                            row,
                            member.map(MemberRow::name).orElse(""),
                            member.map(MemberRow::card),
                            reached.contains(row.member()));
                })
                .toList();
    }

    private Set<MemberId> reached(List<MemberId> ids) {
        return ids.isEmpty()
                ? Set.of()
                : transactions.asOperator(unit -> addresses.of(unit, ids)).keySet();
    }

    @Override
    public ExpiringSum sum(Caller caller, LocalDate asOf) {
        Unreachable unreachable = new Unreachable();
        InBatches batches = new InBatches(unreachable::count);
        expiry.streamPreview(caller, asOf, row -> {
            if (row.announced().isEmpty()) {
                batches.add(row);
            }
        });
        batches.flush();
        return new ExpiringSum(
                expiry.previewSum(caller, asOf), unreachable.amount(), expiry.previewByIssuer(caller, asOf));
    }

    @Override
    public void writeCsv(Caller caller, LocalDate asOf, OutputStream out) throws IOException {
        CSVPrinter csv = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), CSV);
        try {
            InBatches batches = new InBatches(rows -> named(caller, rows).forEach(expiring -> print(csv, expiring)));
            expiry.streamPreview(caller, asOf, batches::add);
            batches.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
    }

    private static void print(CSVPrinter csv, ExpiringRow expiring) {
        PreviewRow row = expiring.row();
        try {
            csv.printRecord(
                    expiring.card().map(Object::toString).orElse(""),
                    CellText.harmless(expiring.name()),
                    row.points(),
                    row.expiring(),
                    row.pocket().policy(),
                    row.pocket().afterMonths(),
                    row.runsOutOn(),
                    row.announced().map(Announced::toldOn).map(Object::toString).orElse(""),
                    row.announced()
                            .map(Announced::expiresOn)
                            .map(Object::toString)
                            .orElse(""),
                    expiring.hasAddress() ? "yes" : "no");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who was not told and cannot be written to. A member's rows may be far apart. */
    private final class Unreachable {
        private final Set<MemberId> ids = new HashSet<>();
        private long points;

        void count(List<PreviewRow> rows) {
            Set<MemberId> reached =
                    reached(rows.stream().map(PreviewRow::member).distinct().toList());
            for (PreviewRow row : rows) {
                if (!reached.contains(row.member())) {
                    ids.add(row.member());
                    points += row.points().value();
                }
            }
        }

        Amount amount() {
            return new Amount(ids.size(), Points.of(points));
        }
    }

    /** Hands rows on a thousand at a time. */
    private static final class InBatches {
        private final Consumer<List<PreviewRow>> sink;
        private final List<PreviewRow> batch = new ArrayList<>();

        InBatches(Consumer<List<PreviewRow>> sink) {
            this.sink = sink;
        }

        void add(PreviewRow row) {
            batch.add(row);
            if (batch.size() == Ledger.MAX_BATCH) {
                flush();
            }
        }

        void flush() {
            if (!batch.isEmpty()) {
                sink.accept(List.copyOf(batch));
                batch.clear();
            }
        }
    }
}
