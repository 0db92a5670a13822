package eu.kontor.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.it.api.YenAndDinars.Brand;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Late, because two brands more are there from then on; before the month is closed. */
@Order(Integer.MAX_VALUE - 2)
class SalesInYenAndDinarsOverTheApiTest {

    private final YenAndDinars brands = YenAndDinars.get();

    @Test
    void a_yen_has_no_smaller_unit() {
        YenAndDinars.Sold sold = brands.sold(Brand.KISSA);

        assertThat(sold.purchase().at("/earning/points").asLong()).isEqualTo(1_000);
        assertThat(sold.reversal().path("takenBack").asLong()).isEqualTo(200);
        assertThat(money(sold.reversal().path("amount"))).isEqualTo("1001 JPY");
        assertThat(money(sold.redemption().path("value"))).isEqualTo("510 JPY");
        assertThat(sold.redemption().path("availableAfter").asLong()).isEqualTo(500);
    }

    @Test
    void a_dinar_has_a_thousand_fils() {
        YenAndDinars.Sold sold = brands.sold(Brand.SOUK);

        assertThat(sold.purchase().at("/earning/points").asLong()).isEqualTo(987);
        assertThat(sold.reversal().path("takenBack").asLong()).isEqualTo(187);
        assertThat(money(sold.reversal().path("amount"))).isEqualTo("2.345 KWD");
        assertThat(money(sold.redemption().path("value"))).isEqualTo("1.020 KWD");
        assertThat(sold.redemption().path("availableAfter").asLong()).isEqualTo(500);
    }

    static String money(JsonNode money) {
        return money.path("amount").decimalValue().toPlainString()
                + ' '
                + money.path("currency").asText();
    }
}
