package eu.kontor.settlement.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CellText;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Actor;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TillNames;
import eu.kontor.ledger.api.TillNames.TillName;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.proof.api.Seals;
import eu.kontor.proof.api.Seals.Seal;
import eu.kontor.settlement.domain.Contract;
import eu.kontor.settlement.domain.PartnerStatement;
import eu.kontor.settlement.domain.TermPrices;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenant.Outlet;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The transfers behind a statement, page by page or as a file, with which a partner recomputes its statement: the exact
 * amounts of one kind, outlet and price add up, and rounded half up to the currency they are the statement's line.
 */
@Service
public class StatementTransfers {

    /** RFC 4180; the columns are described in the module's README. */
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "transfer",
                    "purchase",
                    "kind",
                    "business_date",
                    "posted_at",
                    "window",
                    "late",
                    "outlet",
                    "points",
                    "price_per_point",
                    "exact_amount",
                    "currency",
                    "till_id",
                    "till_reference",
                    "posted_by",
                    "subject",
                    "client",
                    "role",
                    "till",
                    "file",
                    "actor",
                    "seal")
            .get();

    private static final HexFormat HEX = HexFormat.of();

    /** So few that they fit in memory, so many that their names cost no more than they. */
    private static final int ROWS_AT_A_TIME = 1_000;

    /** Goods come back within the months of a right of return, and a late sale comes sooner. */
    private static final int MONTHS_OF_REFERENCES = 12;

    /** A till's reference may have any character; a row is one line. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Transfers transfers;
    private final StatementBook book;
    private final Tenants tenants;
    private final Seals seals;
    private final TillNames names;

    @Inject
    public StatementTransfers(Transfers transfers, StatementBook book, Tenants tenants, Seals seals, TillNames names) {
        this.transfers = transfers;
        this.book = book;
        this.tenants = tenants;
        this.seals = seals;
        this.names = names;
    }

    Page<TransferRow> page(
            Caller caller,
            YearMonth window,
            TenantId partner,
            Optional<TransferKind> kind,
            Optional<String> cursor,
            int limit) {
        return transfers.ofWindow(caller, partner, window, kind, cursor, limit);
    }

    /** What came late, and what came back late, is of an older day than its window. */
    List<TransferRow> called(Caller caller, YearMonth window, TenantId partner, String reference) {
        Set<PostingId> postings = names.called(
                caller, reference, window.minusMonths(MONTHS_OF_REFERENCES).atDay(1), window.atEndOfMonth());
        return transfers.ofPostings(caller, partner, window, postings);
    }

    /**
     * Streams; the output is flushed and stays open. The seal is read before the rows, so that none is missing that lies under
     * it.
     */
    void writeCsv(Caller caller, YearMonth window, TenantId partner, OutputStream out) throws IOException {
        Tenant tenant = tenants.get(partner);
        Contract contract = book.contractOf(partner, Optional.of(window))
                .orElseThrow(() -> PartnerStatement.missing(tenant.name(), window));
        Optional<Seal> stands = book.isClosed(window) ? seals.closing(caller, window) : seals.latest(caller);
        String seal = stands.map(Seal::text).orElse("");
        CSVPrinter csv =
                new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), FORMAT);
        Lines lines = new Lines(csv, contract, tenant, !caller.isMachine(), seal);
        List<TransferRow> some = new ArrayList<>(ROWS_AT_A_TIME);
        try {
            transfers.streamWindow(caller, partner, window, row -> {
                some.add(row);
                if (some.size() == ROWS_AT_A_TIME) {
                    print(caller, lines, some);
                }
            });
            print(caller, lines, some);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
    }

    /** By the names that tills know, which are asked for many rows at once. */
    private void print(Caller caller, Lines lines, List<TransferRow> rows) {
        Map<PostingId, TillName> named = names.of(
                caller, rows.stream().map(TransferRow::purchase).distinct().toList());
        rows.forEach(row -> lines.print(row, named.getOrDefault(row.purchase(), TillName.of(row.purchase()))));
        rows.clear();
    }

    private static final class Lines {
        private final CSVPrinter csv;
        private final Contract contract;
        private final Map<Integer, String> outlets;
        private final boolean isForPeople;
        private String seal;

        Lines(CSVPrinter csv, Contract contract, Tenant tenant, boolean isForPeople, String seal) {
            this.csv = csv;
            this.contract = contract;
            this.outlets = tenant.outlets().stream().collect(Collectors.toMap(Outlet::id, Outlet::code));
            this.isForPeople = isForPeople;
            this.seal = seal;
        }

        void print(TransferRow row, TillName name) {
            YearMonth month = YearMonth.from(row.businessDate());
            BigDecimal price = contract.pricesIn(month)
                    .map((TermPrices prices) -> prices.priceOf(row.kind()))
                    .orElseThrow(() -> PartnerStatement.missing("", month));
            String currency = contract.currency().getCurrencyCode();
            BigDecimal exact =
                    PartnerStatement.exactAmount(row.kind(), row.points().value(), price);
            // Whose partner it is not, it does not name: the operator's file is the partner's.
            Optional<Actor> by = row.by()
                    .actor()
                    .filter(actor ->
                            actor.tenant().isEmpty() || actor.tenant().get().equals(row.tenant()));
            try {
                csv.printRecord(
                        row.number(),
                        row.purchase().text(),
                        row.kind().name().toLowerCase(Locale.ROOT),
                        row.businessDate(),
                        row.postedAt(),
                        row.window(),
                        row.isLate(),
                        CellText.harmless(outlets.getOrDefault(row.outlet(), "")),
                        row.points().value(),
                        price.toPlainString(),
                        exact.toPlainString(),
                        currency,
                        name.answered().text(),
                        CellText.harmless(CONTROL.matcher(name.reference()).replaceAll(" ")),
                        CellText.harmless(
                                by.filter(_ -> isForPeople).flatMap(Actor::name).orElse("")),
                        by.map(Actor::subject).orElse(""),
                        CellText.harmless(by.map(Actor::client).orElse("")),
                        by.map(Actor::role).orElse(""),
                        CellText.harmless(by.map(Actor::till).orElse("")),
                        CellText.harmless(by.map(Actor::file).orElse("")),
                        by.map(Actor::fingerprint).map(HEX::formatHex).orElse(""),
                        seal);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            seal = "";
        }
    }
}
