package eu.kontor.settlement.persistence;

import eu.kontor.kernel.TenantId;
import eu.kontor.settlement.domain.Contract;
import eu.kontor.settlement.domain.TermPrices;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Contracts; a tenant's role sees its own. */
public final class ContractRows {

    private static final String TERMS = SqlFile.read("settlement/contract_terms");
    private static final String NEWEST_OF_TENANT = SqlFile.read("settlement/contract_of_tenant");
    private static final String VERSION = SqlFile.read("settlement/contract_version");
    private static final String INSERT_TERM = SqlFile.read("settlement/insert_contract_term");

    private final Connection connection;

    public ContractRows(Connection connection) {
        this.connection = connection;
    }

    /** The newest version of every contract. */
    public Map<TenantId, Contract> newest() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TERMS)) {
            return contracts(statement);
        }
    }

    /** The newest version of one contract; empty before the first. */
    public Optional<Contract> newest(TenantId tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEWEST_OF_TENANT)) {
            statement.setInt(1, tenant.value());
            return Optional.ofNullable(contracts(statement).get(tenant));
        }
    }

    /** A version as it was; empty if there is none. */
    public Optional<Contract> version(TenantId tenant, int version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(VERSION)) {
            statement.setInt(1, tenant.value());
            statement.setInt(2, version);
            return Optional.ofNullable(contracts(statement).get(tenant));
        }
    }

    private static Map<TenantId, Contract> contracts(PreparedStatement statement) throws SQLException {
        Map<TenantId, Contract> contracts = new HashMap<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                TenantId tenant = new TenantId(row.getInt(1));
                YearMonth from = YearMonth.from(row.getObject(3, LocalDate.class));
                TermPrices prices = new TermPrices(
                        row.getBigDecimal(5).stripTrailingZeros(),
                        row.getBigDecimal(6).stripTrailingZeros());
                TreeMap<YearMonth, TermPrices> terms = new TreeMap<>();
                Contract known = contracts.get(tenant);
                if (known != null) {
                    terms.putAll(known.terms());
                }
                terms.put(from, prices);
                contracts.put(tenant, new Contract(row.getInt(2), Currency.getInstance(row.getString(4)), terms));
            }
        }
        return contracts;
    }

    public void insert(TenantId tenant, Contract contract) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_TERM)) {
            for (Map.Entry<YearMonth, TermPrices> term : contract.terms().entrySet()) {
                statement.setInt(1, tenant.value());
                statement.setInt(2, contract.version());
                statement.setObject(3, term.getKey().atDay(1));
                statement.setString(4, contract.currency().getCurrencyCode());
                statement.setBigDecimal(5, term.getValue().pricePerPointIssued());
                statement.setBigDecimal(6, term.getValue().valuePerPointRedeemed());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
