package eu.kontor.program.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.Points;
import eu.kontor.program.api.Program;
import eu.kontor.tenancy.api.ConfigurationSection.Mistake;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramDocumentTest {

    private static final String SECTION =
            """
            {"validFrom": "2026-01-01", "pointsPerUnit": {"EUR": 10},
             "categoryRates": [{"rule": "wine", "category": "wine",
               "name": {"en": "Wine", "es": "Vino", "zh": "酒"}, "pointsPerUnit": {"EUR": 15.50}}],
             "rounding": "half-up", "expiryMonths": 24, "valuePerPoint": {"EUR": 0.0050}, "minimumRedemption": 100}
            """;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theSectionReadsAsWrittenAndItsCanonicalTextReadsTheSame() throws Exception {
        Program program = ProgramDocument.read(1, json.readTree(SECTION));

        assertThat(program.categoryRates().getFirst().pointsPerUnit())
                .containsEntry(Currency.getInstance("EUR"), new BigDecimal("15.5"));
        assertThat(program.protection().asksForCode(Points.of(1))).isTrue();
        String canonical = ProgramDocument.canonicalText(program);
        assertThat(ProgramDocument.canonicalText(ProgramDocument.read(1, canonical)))
                .isEqualTo(canonical);
    }

    @Test
    void whatMeansTheSameHasTheSameCanonicalText() throws Exception {
        ObjectNode spelledOut = (ObjectNode) json.readTree(SECTION.replace("10}", "10.0}"));
        spelledOut.put("confirmationRequired", true);
        spelledOut.put("confirmationFrom", 1);
        spelledOut.put("expiry", "inactivity");

        assertThat(ProgramDocument.canonicalText(ProgramDocument.read(1, spelledOut)))
                .isEqualTo(ProgramDocument.canonicalText(ProgramDocument.read(1, json.readTree(SECTION))));
    }

    @Test
    void pointsOfAFixedTermAreAnotherProgram() throws Exception {
        ObjectNode fixed = (ObjectNode) json.readTree(SECTION);
        fixed.put("expiry", "fixed-term");
        Program program = ProgramDocument.read(1, fixed);

        assertThat(program.expiry()).isEqualTo(Program.Expiry.FIXED_TERM);
        assertThat(ProgramDocument.canonicalText(program))
                .isNotEqualTo(ProgramDocument.canonicalText(ProgramDocument.read(1, json.readTree(SECTION))));
    }

    @Test
    void aMistakeIsNamedWithItsPlace() throws Exception {
        ObjectNode section = (ObjectNode) json.readTree(SECTION);
        section.put("validFrom", "2026-02-31");
        section.withObject("valuePerPoint").put("CHF", 1);
        JsonNode wholeFile = json.readTree("{\"currencies\": [\"EUR\", \"USD\"]}");

        assertThat(new ProgramSection(null, null).validate(section, wholeFile))
                .extracting(Mistake::pointer)
                .containsExactlyInAnyOrderElementsOf(List.of("/validFrom", "/pointsPerUnit", "/valuePerPoint/CHF"));
    }
}
