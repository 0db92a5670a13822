package eu.kontor.settlement.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Whoever applies a contract reads what it does to the money, not which characters of a file are others. */
class ADifferenceOfContractsInWordsTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final String BEFORE =
            """
            {"currency": "EUR", "paymentDays": 30, "terms": [
              {"validFrom": "2026-01-01", "pricePerPointIssued": 0.0100, "valuePerPointRedeemed": 0.009}]}""";

    @Test
    void prices_days_and_new_terms_are_said_with_their_units() throws JsonProcessingException {
        String after =
                """
                {"currency": "EUR", "paymentDays": 14, "terms": [
                  {"validFrom": "2026-01-01", "pricePerPointIssued": 0.0095, "valuePerPointRedeemed": 0.0090},
                  {"validFrom": "2026-12-01", "pricePerPointIssued": 0.011, "valuePerPointRedeemed": 0.009}]}""";

        assertThat(said(after, Locale.ENGLISH))
                .containsExactly(
                        "CHANGED statements are due 30 → 14 days after the close",
                        "CHANGED 1 January 2026: pays 0.01 → 0.0095 per point issued",
                        "ADDED prices from 1 December 2026: pays 0.011 per point issued, gets 0.009 per point redeemed");
        assertThat(said(after, Locale.of("es")).getFirst())
                .isEqualTo("CHANGED las liquidaciones vencen 30 → 14 días después del cierre");
        assertThat(said(after, Locale.SIMPLIFIED_CHINESE).get(1)).isEqualTo("CHANGED 2026年1月1日：每发放一积分付 0.01 → 0.0095");
    }

    @Test
    void what_is_only_written_otherwise_is_no_difference() throws JsonProcessingException {
        assertThat(said(BEFORE.replace("0.0100", "0.01").replace("0.009", "0.00900"), Locale.ENGLISH))
                .isEmpty();
    }

    private static List<String> said(String after, Locale language) throws JsonProcessingException {
        JsonNode was = JSON.readTree(BEFORE);
        return new ContractSection()
                .differences(was, JSON.readTree(after)).stream()
                        .map(difference ->
                                difference.act() + " " + difference.words().in(language))
                        .toList();
    }
}
