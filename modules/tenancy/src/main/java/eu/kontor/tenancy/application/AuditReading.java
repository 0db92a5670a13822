package eu.kontor.tenancy.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CellText;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TextPolicy;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Trail;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.persistence.TrailRows;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The trail under the reader's role: a brand's admin cannot reach another brand's entries even by a mistake of ours. */
@Service
public class AuditReading implements Trail {

    private static final int ROWS_AT_A_TIME = 1_000;

    private static final List<String> COLUMNS =
            List.of("number", "at", "brand", "subject", "name", "action", "about", "details", "client", "address");

    private final Transactions transactions;
    private final Audit audit;
    private final Tenants tenants;

    @Inject
    public AuditReading(Transactions transactions, Audit audit, Tenants tenants) {
        this.transactions = transactions;
        this.audit = audit;
        this.tenants = tenants;
    }

    @Override
    public Page<Entry> entries(Caller caller, Wanted wanted, Optional<String> cursor, int limit) {
        mayRead(caller);
        checked(wanted);
        long before = cursor.map(AuditReading::number).orElse(Long.MAX_VALUE);
        int most = Math.clamp(limit, 1, Page.MAX_ROWS);
        List<Entry> found = read(caller, rows -> rows.before(before, wanted, most + 1));
        if (found.size() <= most) {
            return new Page<>(found, Optional.empty());
        }
        List<Entry> page = found.subList(0, most);
        return new Page<>(page, Optional.of(Long.toString(page.getLast().id())));
    }

    @Override
    public void writeCsv(Caller caller, Wanted wanted, OutputStream out) throws IOException {
        mayRead(caller);
        checked(wanted);
        recordExport(caller, wanted);
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        line(csv, COLUMNS.stream());
        long before = Long.MAX_VALUE;
        int written = 0;
        List<Entry> some;
        do {
            long from = before;
            some = read(caller, rows -> rows.before(from, wanted, ROWS_AT_A_TIME));
            for (Entry entry : some) {
                line(csv, columns(entry));
                before = entry.id();
            }
            written += some.size();
        } while (some.size() == ROWS_AT_A_TIME && written < MOST_EXPORTED);
        csv.flush();
    }

    /** The trail of a brand is the brand's, and so is who took it along. For which words, is not kept: they may be a guest's name. */
    private void recordExport(Caller caller, Wanted wanted) {
        Map<String, String> asked = Stream.of(
                        wanted.person().map(person -> Map.entry("person", person)),
                        wanted.action().map(action -> Map.entry("action", action)),
                        wanted.from().map(at -> Map.entry("from", at.toString())),
                        wanted.until().map(at -> Map.entry("until", at.toString())),
                        wanted.text().map(_ -> Map.entry("searched", "…")))
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        transactions.asOperator(unit -> {
            audit.record(unit, caller, "export-audit-trail", "audit trail", asked);
            return asked;
        });
    }

    private Stream<String> columns(Entry entry) {
        return Stream.of(
                Long.toString(entry.id()),
                entry.at().toString(),
                entry.tenant().map(this::slug).orElse(""),
                entry.actor(),
                entry.actorName(),
                entry.action(),
                entry.subject(),
                entry.details().entrySet().stream()
                        .map(told -> told.getKey() + "=" + told.getValue())
                        .collect(Collectors.joining("; ")),
                entry.client().orElse(""),
                entry.address().orElse(""));
    }

    /** Entries outlive a brand. */
    private String slug(TenantId tenant) {
        return tenants.all().stream()
                .filter(known -> known.id().equals(tenant))
                .map(known -> known.slug().value())
                .findFirst()
                .orElseGet(() -> Integer.toString(tenant.value()));
    }

    private static void line(Writer csv, Stream<String> columns) throws IOException {
        csv.write(columns.map(AuditReading::quoted).collect(Collectors.joining(",")));
        csv.write("\r\n");
    }

    private static String quoted(String text) {
        return '"' + CellText.harmless(text).replace("\"", "\"\"") + '"';
    }

    @Override
    public List<String> actions(Caller caller) {
        mayRead(caller);
        return read(caller, TrailRows::actions);
    }

    private static void checked(Wanted wanted) {
        wanted.person().ifPresent(person -> TextPolicy.LINE.checked("person", person));
        wanted.action().ifPresent(action -> TextPolicy.LINE.checked("action", action));
        wanted.text().ifPresent(text -> TextPolicy.LINE.checked("text", text));
    }

    private static void mayRead(Caller caller) {
        caller.mustBe(Role.OPERATOR, Role.ADMIN);
        if (!caller.isAny(Role.OPERATOR)) {
            caller.tenantOrRefuse();
        }
    }

    private <T> T read(Caller caller, Function<TrailRows, T> reading) {
        Transactions.Work<T> work = unit -> reading.apply(new TrailRows(unit.jdbi()));
        return caller.tenant().isPresent()
                ? transactions.asTenant(caller.tenant().get(), work)
                : transactions.asOperator(work);
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new Refusal(RefusalCode.CURSOR_INVALID);
        }
    }
}
