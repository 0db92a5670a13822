package eu.kontor.it.api;

import static eu.kontor.it.api.SalesInYenAndDinarsOverTheApiTest.money;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.it.api.YenAndDinars.Brand;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** After the month was closed. */
@Order(Integer.MAX_VALUE)
class AStatementInYenAndDinarsTest {

    private final YenAndDinars brands = YenAndDinars.get();

    @Test
    void each_line_is_rounded_once_to_whole_yen() {
        JsonNode statement = brands.statement(Brand.KISSA);

        assertThat(statement.path("state").asText()).isEqualTo("closed");
        assertThat(amounts(statement))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("earn", "-1630 JPY", "reverse", "326 JPY", "redeem", "441 JPY"));
        assertThat(money(statement.path("net"))).isEqualTo("-863 JPY");
    }

    @Test
    void and_to_fils() {
        JsonNode statement = brands.statement(Brand.SOUK);

        assertThat(statement.path("state").asText()).isEqualTo("closed");
        assertThat(amounts(statement))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("earn", "-3.267 KWD", "reverse", "0.619 KWD", "redeem", "0.891 KWD"));
        assertThat(money(statement.path("net"))).isEqualTo("-1.757 KWD");
    }

    private static Map<String, String> amounts(JsonNode statement) {
        Map<String, String> amounts = new TreeMap<>();
        statement.path("lines").forEach(line -> amounts.put(line.path("kind").asText(), money(line.path("amount"))));
        return amounts;
    }
}
