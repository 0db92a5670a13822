package eu.kontor.settlement.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.TenantId;
import eu.kontor.settlement.persistence.ContractRows;
import eu.kontor.tenancy.api.ConfigurationSection.AppliedBy;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import org.junit.jupiter.api.Test;

class ABrandDoesNotWriteItsOwnPriceTest {

    /** SQL standard: insufficient privilege. */
    private static final String NOT_PERMITTED = "42501";

    private final KontorDatabase database = KontorDatabase.shared();
    private final Transactions transactions = database.transactions();
    private final ContractSection section = new ContractSection();

    @Test
    void which_the_operator_does_and_the_brand_reads() {
        TenantId hotel = database.tenant("price-hotel");
        Tenant tenant = TestTenants.tenant(hotel, "price-hotel", "EUR");
        assertThat(section.appliedBy()).isEqualTo(AppliedBy.OPERATOR);

        transactions.asOperator(unit -> {
            section.apply(tenant, prices("0.01"), unit);
            section.apply(tenant, prices("0.010"), unit);
            return null;
        });
        assertThat(transactions.<Integer>asTenant(hotel, unit -> new ContractRows(unit.jdbi())
                        .newest(hotel)
                        .orElseThrow()
                        .version()))
                .isEqualTo(1);

        assertThatThrownBy(() -> transactions.asTenant(hotel, unit -> {
                    section.apply(tenant, prices("0.001"), unit);
                    return null;
                }))
                .isInstanceOfSatisfying(DatabaseFailure.class, refused -> assertThat(refused.sqlState())
                        .isEqualTo(NOT_PERMITTED));
    }

    private static JsonNode prices(String issued) {
        try {
            return new ObjectMapper()
                    .readTree(
                            """
                            {"currency": "EUR", "terms": [
                              {"validFrom": "2026-01-01", "pricePerPointIssued": %s, "valuePerPointRedeemed": 0.009}]}"""
                                    .formatted(issued));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
