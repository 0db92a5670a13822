package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.kernel.CardNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputGetsAClearErrorTest {

    private static final RunningKontor KONTOR = RunningKontor.get();
    private static final String CARD = KONTOR.newCard();
    private static final String NOBODYS_CARD =
            CardNumber.issue("972401", 899_999_999L).value();
    private static final String FOREIGN_CARD = CardNumber.issue("411111", 111L).value();

    @ParameterizedTest(name = "{0}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    card         | 123                 | 400 | card-number-malformed
                    card         | 9724010000000000    | 400 | card-check-digit-wrong
                    card         | NOBODYS             | 404 | card-unknown
                    card         | FOREIGN             | 422 | card-of-another-coalition
                    outlet       | cellar              | 422 | outlet-unknown
                    amount       | -1.00               | 422 | amount-not-positive
                    amount       | 0                   | 422 | amount-not-positive
                    amount       | 1000000.01          | 422 | amount-absurd
                    amount       | 1e400               | 422 | amount-absurd
                    amount       | 1.001               | 400 | field-malformed
                    currency     | CHF                 | 422 | currency-not-used
                    businessDate | 2999-01-01          | 422 | date-in-the-future
                    businessDate | 1999-01-01          | 422 | date-too-old
                    businessDate | 31.01.2026          | 400 | field-malformed
                    businessTime | 25:00               | 400 | field-malformed
                    colour       | red                 | 400 | body-unreadable
                    """)
    void a_purchase_with_a_wrong_field(String field, String value, int status, String slug) {
        String given = value.replace("NOBODYS", NOBODYS_CARD).replace("FOREIGN", FOREIGN_CARD);

        purchaseWith(field, field.equals("amount") ? given : '"' + given + '"').problem(status, slug);
    }

    @Test
    void a_redemption_above_the_balance() {
        JsonNode problem = KONTOR.call("POST", "/redemptions")
                .as(KONTOR.token(CAFE))
                .key("too-much")
                .json(
                        "{\"card\": \"" + CARD
                                + "\", \"outlet\": \"counter\", \"points\": 100000, \"currency\": \"EUR\", \"confirmationCode\": \"4711\"}")
                .send()
                .problem(409, "balance-too-low");

        assertThat(problem.path("available").asLong()).isZero();
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    points   | -100                  | 422 | points-not-positive
                    points   | 0                     | 422 | points-not-positive
                    points   | 9000000000000000000   | 400 | field-malformed
                    points   | 1e30                  | 400 | field-malformed
                    points   | 150.5                 | 400 | field-malformed
                    points   | 99                    | 422 | below-minimum-redemption
                    currency | "CHF"                 | 422 | currency-not-used
                    outlet   | "cellar"              | 422 | outlet-unknown
                    card     | "9724010000000000"    | 400 | card-check-digit-wrong
                    """)
    void a_redemption_with_a_wrong_field(String field, String value, int status, String slug) {
        String good = "{\"card\": \"" + CARD + "\", \"outlet\": \"counter\", \"points\": 100, \"currency\": \"EUR\"}";
        String bad = good.replaceFirst("(\"" + field + "\": )[^,}]+", "$1" + value);

        KONTOR.call("POST", "/redemptions")
                .as(KONTOR.token(CAFE))
                .key("bad-redemption-" + field + value.hashCode())
                .json(bad)
                .send()
                .problem(status, slug);
    }

    @Test
    void a_call_that_posts_without_a_key() {
        KONTOR.call("POST", "/purchases")
                .as(KONTOR.token(CAFE))
                .json(purchase("amount", "1.00"))
                .send()
                .problem(400, "request-key-missing");
    }

    @Test
    void no_token_and_a_token_that_is_none() {
        KONTOR.call("GET", "/cards/" + CARD).send().problem(401, "not-signed-in");
        KONTOR.call("GET", "/cards/" + CARD)
                .as("eyJhbGciOiJub25lIn0.e30.")
                .send()
                .problem(401, "not-signed-in");
        KONTOR.call("GET", "/nowhere").send().problem(401, "not-signed-in");
    }

    @Test
    void a_path_a_method_and_a_media_type_that_are_not_served() {
        String token = KONTOR.token(CAFE);
        KONTOR.call("GET", "/nowhere").as(token).send().problem(404, "path-unknown");
        KONTOR.call("DELETE", "/purchases").as(token).send().problem(405, "method-not-allowed");
        KONTOR.call("POST", "/purchases")
                .as(token)
                .body("application/xml", "<purchase/>")
                .send()
                .problem(415, "media-type-not-supported");
        KONTOR.call("GET", "/cards/" + CARD)
                .as(token)
                .header("Accept", "image/png")
                .send()
                .problem(406, "not-acceptable");
    }

    @Test
    void what_is_no_json_and_what_is_too_large() {
        String token = KONTOR.token(CAFE);
        KONTOR.call("POST", "/purchases").as(token).json("{\"card\":").send().problem(400, "body-unreadable");
        KONTOR.call("POST", "/purchases").as(token).json("").send().problem(400, "body-unreadable");
        KONTOR.call("POST", "/purchases")
                .as(token)
                .json("{\"card\": \"" + "9".repeat(70_000) + "\"}")
                .send()
                .problem(413, "body-too-large");
    }

    @Test
    void lists_with_a_wrong_limit_or_cursor_and_ids_that_are_none() {
        String token = KONTOR.token(CAFE);
        String transfers = "/cards/" + CARD + "/transfers";
        KONTOR.call("GET", transfers + "?limit=0").as(token).send().problem(400, "field-malformed");
        KONTOR.call("GET", transfers + "?limit=1000").as(token).send().problem(400, "field-malformed");
        KONTOR.call("GET", transfers + "?cursor=%00x").as(token).send().problem(400, "field-character-forbidden");
        KONTOR.call("GET", transfers + "?cursor=x!").as(token).send().problem(400, "cursor-invalid");
        KONTOR.call("GET", "/purchases/never").as(token).send().problem(404, "purchase-unknown");
        KONTOR.call("GET", "/feeds/999999").as(token).send().problem(404, "feed-unknown");
        KONTOR.call("GET", "/settlement/windows/1999-01/statement")
                .as(token)
                .send()
                .problem(404, "window-unknown");
        KONTOR.call("POST", "/redemptions/zz-zz/void").as(token).key("v").send().problem(404, "hold-unknown");
    }

    @Test
    void the_operators_calls_are_not_a_tenants() {
        KONTOR.call("GET", "/operations/tenants").as(KONTOR.token(CAFE)).send().problem(403, "not-permitted");
        KONTOR.call("POST", "/purchases")
                .as(KONTOR.operator())
                .key("operator")
                .json(purchase("amount", "1.00"))
                .send()
                .problem(403, "not-permitted");
    }

    @Test
    void the_sentence_is_in_the_callers_language() {
        JsonNode problem = KONTOR.call("GET", "/cards/" + NOBODYS_CARD)
                .as(KONTOR.token(CAFE))
                .header("Accept-Language", "es-MX,en;q=0.5")
                .send()
                .problem(404, "card-unknown");

        assertThat(problem.path("detail").asText()).contains("tarjeta");
    }

    private static RunningKontor.Answer purchaseWith(String field, String value) {
        return KONTOR.call("POST", "/purchases")
                .as(KONTOR.token(CAFE))
                .key("bad-" + field + value.hashCode())
                .json(purchase(field, value))
                .send();
    }

    /** A good purchase but for one field. */
    private static String purchase(String field, String value) {
        String good =
                """
                {"card": "%s", "outlet": "counter", "amount": 4.20, "currency": "EUR", "businessDate": "%s", "reference": "T"}"""
                        .formatted(CARD, KONTOR.today());
        String known = "\"" + field + "\": ";
        int start = good.indexOf(known);
        if (start < 0) {
            return good.replaceFirst("}$", ", " + known + value + "}");
        }
        int from = start + known.length();
        int to = good.charAt(from) == '"' ? good.indexOf('"', from + 1) + 1 : good.indexOf(',', from);
        return good.substring(0, from) + value + good.substring(to);
    }
}
