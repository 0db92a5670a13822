package eu.kontor.rest.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.rest.settlement.SettlementAnswers.ClosingAnswer;
import eu.kontor.settlement.api.Settlement.Closing;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.WithoutContract;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AClosingNamesWhoHasNoContractTest {

    private static final Closing CLOSING = new Closing(
            YearMonth.of(2026, 10),
            State.CLOSED,
            List.of(),
            Map.of(),
            List.of(new WithoutContract(new TenantId(7), "Disco Sur", 345, Points.of(20))));

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "zh"})
    void with_its_points_and_what_to_do_in_the_callers_language(String language) {
        ClosingAnswer answer = ClosingAnswer.of(CLOSING, Locale.forLanguageTag(language));

        assertThat(answer.withoutContract()).singleElement().satisfies(partner -> {
            assertThat(partner.partnerName()).isEqualTo("Disco Sur");
            assertThat(partner.pointsIssued()).isEqualTo(345);
            assertThat(partner.pointsRedeemed()).isEqualTo(20);
            assertThat(partner.detail())
                    .contains("Disco Sur", "2026-10")
                    .doesNotContain("{")
                    .contains(Map.of("en", "close it again", "es", "ciérrela de nuevo", "zh", "请再次关闭")
                            .get(language));
        });
    }
}
