package eu.kontor.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.tenancy.api.ConfigurationSection.Mistake;
import eu.kontor.tenancy.api.LegalEntity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money that is paid to a mistyped account is hard to get back; the file is refused instead. */
class AnAccountThatDoesNotExistTest {

    @ParameterizedTest
    @ValueSource(strings = {"ES91 2100 0418 4502 0005 1333", "ES9121000418450200051", "XX91 2100 0418 4502 0005 1332"})
    void is_a_mistake_at_its_place(String iban) {
        List<Mistake> mistakes = LegalEntity.mistakes(legal(iban));

        assertThat(mistakes).singleElement().satisfies(mistake -> {
            assertThat(mistake.pointer()).isEqualTo("/iban");
            assertThat(mistake.expected()).startsWith("an IBAN whose length and check digits are right");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES91 2100 0418 4502 0005 1332", "ES9121000418450200051332"})
    void one_that_is_right_is_taken_however_it_is_grouped(String iban) {
        assertThat(LegalEntity.mistakes(legal(iban))).isEmpty();
        assertThat(LegalEntity.of(legal(iban)).iban()).contains("ES91 2100 0418 4502 0005 1332");
    }

    @Test
    void none_is_none() {
        ObjectNode legal = legal("");

        assertThat(LegalEntity.mistakes(legal)).isEmpty();
        assertThat(LegalEntity.of(legal).iban()).isEmpty();
    }

    private static ObjectNode legal(String iban) {
        ObjectNode legal = JsonNodeFactory.instance.objectNode();
        legal.put("name", "Hotel, S.A.").put("taxNumber", "ES A00000000").put("iban", iban);
        legal.putArray("address").add("Calle Mayor 12");
        return legal;
    }
}
