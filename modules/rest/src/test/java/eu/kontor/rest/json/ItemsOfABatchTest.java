package eu.kontor.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.rest.till.BatchBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemsOfABatchTest {

    private static final int LIMIT_BYTES = 10_000;
    private static final String GOOD =
            "{\"idempotencyKey\": \"ключ {]\", \"purchase\": {\"amount\": 12.40, \"reference\": \"Crème }\"}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"idempotencyKey\": \"k\", \"purchase\": {\"businessDate\": \"31.10.2026\"}}",
                "{\"idempotencyKey\": \"k\", \"purchase\": {\"amount\": \"twelve\"}}",
                "{\"idempotencyKey\": \"k\", \"purchase\": {\"colour\": \"red\"}}",
                "{\"idempotencyKey\": \"k\", \"idempotencyKey\": \"l\"}",
                "{\"purchase\": [1, {\"a\": [2]}]}",
                "[]",
                "null",
                "17",
                "\"twelve\""
            })
    void one_that_is_malformed_leaves_its_neighbours_as_they_are(String malformed) throws IOException {
        List<JsonItem> items = read("{\"purchases\": [" + GOOD + ", " + malformed + " ,\n" + GOOD + "]}");

        assertThat(items).hasSize(3);
        for (int place : new int[] {0, 2}) {
            BatchBody.Item item = items.get(place).as(BatchBody.Item.class);
            assertThat(item.idempotencyKey()).isEqualTo("ключ {]");
            assertThat(item.purchase().amount()).hasToString("12.40");
            assertThat(item.purchase().reference()).isEqualTo("Crème }");
        }
        assertThatThrownBy(() -> items.get(1).as(BatchBody.Item.class)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"purchases\": [",
                "{\"purchases\": [{\"a\": ]}",
                "{\"purchases\": [{}]} trailing",
                "{\"purchases\": [{}], \"purchases\": [{}]}",
                "{\"purchase\": [{}]}"
            })
    void what_is_no_list_of_purchases_is_refused_as_a_whole(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(RefusalCode.BODY_UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"purchases\": []}", "{\"purchases\": null}"})
    void a_batch_of_nothing_lacks_its_list(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(RefusalCode.FIELD_MISSING));
    }

    @Test
    void a_batch_above_its_limit_is_refused() {
        String large = "{\"purchases\": [" + "{},".repeat(LIMIT_BYTES / 3) + "{}]}";

        assertThatThrownBy(() -> read(large))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.BODY_TOO_LARGE));
    }

    private static List<JsonItem> read(String body) throws IOException {
        return JsonItem.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), LIMIT_BYTES, "purchases");
    }
}
