package eu.kontor.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.rest.till.PurchaseBody;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingABodyTest {

    private static final int LIMIT_BYTES = 2_000;

    @Test
    void aPurchaseReadsWithItsDecimalsAsWritten() {
        PurchaseBody body = read(
                """
                {"card": "9724010000000013", "outlet": "bar", "amount": 12.40, "currency": "EUR",
                 "lines": [{"sku": "ESP", "category": "coffee", "quantity": 2, "amount": 12.40}],
                 "businessDate": "2026-10-31", "businessTime": "13:45", "reference": "T1-1"}""");

        assertThat(body.amount()).hasToString("12.40");
        assertThat(body.businessTime()).hasToString("13:45");
        assertThat(body.lines()).hasSize(1);
    }

    @Test
    void theFieldThatIsWrongIsNamed() {
        assertMalformed(
                "{\"amount\": \"twelve\"}", Map.of("field", "amount", "value", "twelve", "expected", "a number"));
        assertMalformed("{\"businessDate\": \"31.10.2026\"}", Map.of("field", "businessDate"));
        assertMalformed("{\"lines\": [{\"amount\": 1}, {\"amount\": {}}]}", Map.of("field", "lines[1].amount"));
        assertMalformed("{\"lines\": 5}", Map.of("field", "lines", "expected", "a list"));
    }

    @Test
    void aDateIsADateAndNoNumberOfDaysNorAMoment() {
        Map<String, String> aDate = Map.of("field", "businessDate", "expected", "a date such as 2026-01-31");
        for (String other : List.of(
                "20261127",
                "20418",
                "[2026, 11, 27]",
                "\"2026-11-27T23:30:00Z\"",
                "\"+12026-01-01\"",
                "\"2026-02-30\"")) {
            assertMalformed("{\"businessDate\": " + other + "}", aDate);
        }
        for (String other : List.of("[9, 5]", "905", "\"9:05\"", "\"25:00\"")) {
            assertMalformed("{\"businessTime\": " + other + "}", Map.of("expected", "a time such as 13:45"));
        }
        assertMalformed("{\"complimentary\": \"yes\"}", Map.of("field", "complimentary", "expected", "true or false"));
        assertThat(read("{\"businessDate\": \" 2026-11-27 \", \"businessTime\": \"09:05:30\"}"))
                .extracting(PurchaseBody::businessDate, PurchaseBody::businessTime)
                .hasToString("[2026-11-27, 09:05:30]");
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsPlace() {
        assertUnreadable("{\"card\": \"1\",", "line 1, column 14: the text ends before its JSON does");
        assertUnreadable("", "it is empty");
        assertUnreadable("null", "empty");
        assertUnreadable("[]", "line 1, column 1: a JSON object belongs there");
        assertUnreadable("{\"card\": \"1\", \"card\": \"2\"}", "the field 'card' is there twice");
        assertUnreadable("{} trailing", "line 1, column 4: this is no JSON");
        assertUnreadable("{} {}", "line 1, column 4: something follows behind the JSON");
        assertUnreadable("card=1", ": this is no JSON");
    }

    @Test
    void aMisspeltFieldIsNotDroppedInSilence() {
        assertUnreadable("{\"amuont\": 1}", "the field amuont is not known here; known are amount");
    }

    @Test
    void aTextWithACharacterThatTextsDoNotHaveIsRefusedWithItsPath() {
        assertForbidden("{\"reference\": \"a\\u0000b\"}", "reference", "U+0000", 2);
        assertForbidden("{\"lines\": [{\"amount\": 1}, {\"sku\": \"\\u202e\"}]}", "lines[1].sku", "U+202E", 1);
        assertForbidden("{\"lines\": [{\"kind\": \"tip\\ud800\"}]}", "lines[0].kind", "U+D800", 4);
        assertForbidden("{\"outlet\": \"bar\\n\"}", "outlet", "U+000A", 4);
    }

    @Test
    void aBodyAboveItsLimitIsRefusedWhateverItsHeaderSaid() {
        String large = "{\"card\": \"" + "9".repeat(LIMIT_BYTES) + "\"}";

        assertThatThrownBy(() -> read(large))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.BODY_TOO_LARGE));
    }

    private static void assertMalformed(String json, Map<String, String> details) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(RefusalCode.FIELD_MALFORMED);
            details.forEach((name, words) ->
                    assertThat(refusal.details().get(name)).as(name).hasToString(words));
        });
    }

    private static void assertForbidden(String json, String field, String character, int position) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(RefusalCode.FIELD_CHARACTER_FORBIDDEN);
            assertThat(refusal.details())
                    .isEqualTo(Map.of("field", field, "character", character, "position", position));
        });
    }

    private static void assertUnreadable(String json, String reason) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(RefusalCode.BODY_UNREADABLE);
            assertThat(refusal.details().get("reason").toString()).contains(reason);
        });
    }

    private static PurchaseBody read(String json) {
        return JsonBody.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), PurchaseBody.class, LIMIT_BYTES);
    }
}
