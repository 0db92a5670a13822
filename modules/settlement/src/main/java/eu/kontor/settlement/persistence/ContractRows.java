package eu.kontor.settlement.persistence;

import eu.kontor.kernel.TenantId;
import eu.kontor.settlement.domain.Contract;
import eu.kontor.settlement.domain.TermPrices;
import eu.kontor.tenancy.api.SqlFile;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Contracts; a tenant's role sees its own. */
public final class ContractRows {

    private static final String TERMS = SqlFile.read("settlement/contract_terms");
    private static final String VERSION = SqlFile.read("settlement/contract_version");
    private static final String INSERT_TERM = SqlFile.read("settlement/insert_contract_term");

    private final Handle jdbi;

    public ContractRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The newest version of every contract.
     *
     * @param partner only of this one; empty for all
     */
    public Map<TenantId, Contract> newest(Optional<TenantId> partner) {
        return contracts(jdbi.createQuery(TERMS)
                .bindByType("partner", partner.map(TenantId::value).orElse(null), Integer.class));
    }

    /** The newest version of one partner's contract; empty while it has none. */
    public Optional<Contract> newest(TenantId partner) {
        return Optional.ofNullable(newest(Optional.of(partner)).get(partner));
    }

    /** A version as it was; empty if there is none. */
    public Optional<Contract> version(TenantId partner, int version) {
        return Optional.ofNullable(
                contracts(jdbi.createQuery(VERSION).bind("partner", partner).bind("version", version))
                        .get(partner));
    }

    private static Map<TenantId, Contract> contracts(Query terms) {
        Map<TenantId, List<TermRow>> byPartner = terms.mapTo(TermRow.class)
                .collect(Collectors.groupingBy(TermRow::tenantId, LinkedHashMap::new, Collectors.toList()));
        return byPartner.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> contract(entry.getValue())));
    }

    private static Contract contract(List<TermRow> rows) {
        TreeMap<YearMonth, TermPrices> terms = new TreeMap<>();
        rows.forEach(row -> terms.put(row.validFrom(), row.prices()));
        TermRow any = rows.getFirst();
        return new Contract(any.version(), any.currency(), terms, any.paymentDays());
    }

    public void insert(TenantId partner, Contract contract) {
        PreparedBatch batch = jdbi.prepareBatch(INSERT_TERM);
        contract.terms().forEach((from, prices) -> batch.bind("partner", partner)
                .bind("version", contract.version())
                .bind("validFrom", from)
                .bind("currency", contract.currency())
                .bind("pricePerPointIssued", prices.pricePerPointIssued())
                .bind("valuePerPointRedeemed", prices.valuePerPointRedeemed())
                .bind("paymentDays", contract.paymentDays())
                .add());
        batch.execute();
    }

    private record TermRow(
            TenantId tenantId,
            int version,
            YearMonth validFrom,
            Currency currency,
            BigDecimal pricePerPointIssued,
            BigDecimal valuePerPointRedeemed,
            int paymentDays) {

        TermPrices prices() {
            return new TermPrices(pricePerPointIssued.stripTrailingZeros(), valuePerPointRedeemed.stripTrailingZeros());
        }
    }
}
