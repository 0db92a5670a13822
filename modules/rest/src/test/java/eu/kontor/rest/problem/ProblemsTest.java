package eu.kontor.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void aRefusalIsAProblemDocumentInTheCallersLanguageWithItsDetailsAsMembers() {
        Refusal refusal = new Refusal(RefusalCode.BALANCE_TOO_LOW, "available", 40L, "wanted", 500L);

        assertThat(Problems.of(refusal, "/api/v1/redemptions", Locale.of("es")))
                .containsEntry("type", "https://kontor.eu/problems/balance-too-low")
                .containsEntry("title", "Balance too low")
                .containsEntry("status", 409)
                .containsEntry("detail", refusal.sentence(Locale.of("es")))
                .containsEntry("instance", "/api/v1/redemptions")
                .containsEntry("available", 40L);
    }

    @Test
    void aFaultsInstanceIsTheOneInTheLog() {
        Refusal fault = new Refusal(RefusalCode.INTERNAL_FAULT, "instance", "urn:uuid:1");

        assertThat(Problems.of(fault, "/api/v1/cards/1", Locale.ENGLISH)).containsEntry("instance", "urn:uuid:1");
    }
}
