package eu.kontor.program.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.Points;
import eu.kontor.program.api.Program;
import eu.kontor.tenancy.api.ConfigurationSection.Mistake;
import eu.kontor.tenancy.api.Protection;
import eu.kontor.tenancy.api.Protection.Act;
import eu.kontor.tenancy.api.Protection.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The coalition asks for the code from 500 points on, and lets a member redeem ten times an hour. */
class ABrandIsNeverLaxerThanTheCoalitionTest {

    private static final String SECTION =
            """
            {"validFrom": "2026-01-01", "pointsPerUnit": {"EUR": 10}, "rounding": "down", "expiryMonths": 24,
             "valuePerPoint": {"EUR": 0.005}, "minimumRedemption": 100}
            """;
    private static final String COALITION =
            """
            {"protection": {"confirmationFrom": 500, "limits": {"redemptions": {"member": {"perHour": 10}}}}}
            """;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void a_program_that_says_nothing_asks_for_the_code_always() throws Exception {
        assertThat(read(SECTION).protection().confirmationFrom()).contains(Points.of(1));
    }

    @Test
    void one_that_said_no_code_keeps_its_text_and_asks_from_the_coalitions_points_on() throws Exception {
        Program program = read(with("\"confirmationRequired\": false"));
        Protection holds = coalition().stricter(program.protection());

        assertThat(ProgramDocument.canonicalText(program))
                .contains("\"confirmationRequired\":false")
                .doesNotContain("limits");
        assertThat(mistakes(with("\"confirmationRequired\": false"))).isEmpty();
        assertThat(holds.asksForCode(Points.of(499))).isFalse();
        assertThat(holds.asksForCode(Points.of(500))).isTrue();
    }

    @Test
    void it_may_ask_from_fewer_points_on_and_not_from_more() throws Exception {
        Program stricter = read(with("\"confirmationFrom\": 300"));

        assertThat(coalition().stricter(stricter.protection()).asksForCode(Points.of(300)))
                .isTrue();
        assertThat(mistakes(with("\"confirmationFrom\": 500"))).isEmpty();
        assertThat(mistakes(with("\"confirmationFrom\": 501"))).singleElement().satisfies(mistake -> {
            assertThat(mistake.pointer()).isEqualTo("/confirmationFrom");
            assertThat(mistake.expected()).contains("at most 500", "never from more");
        });
    }

    @Test
    void it_may_set_lower_limits_and_not_higher_ones() throws Exception {
        String stricter = with("\"limits\": {\"redemptions\": {\"member\": {\"perHour\": 3}}}");

        assertThat(mistakes(stricter)).isEmpty();
        assertThat(coalition()
                        .stricter(read(stricter).protection())
                        .limit(Act.REDEMPTIONS, Scope.MEMBER)
                        .timesPerHour())
                .isEqualTo(3);
        assertThat(mistakes(with("\"limits\": {\"redemptions\": {\"member\": {\"perHour\": 11}}}")))
                .extracting(Mistake::pointer)
                .containsExactly("/limits/redemptions/member/perHour");
    }

    @Test
    void what_it_says_is_kept_word_by_word_when_it_is_published() throws Exception {
        Program said = read(
                with(
                        "\"confirmationFrom\": 300, \"limits\": {\"gifts\": {\"member\": {\"pointsPerDay\": 900}}, \"lookups\": {\"till\": {\"perHour\": 9}}}"));

        assertThat(ProgramDocument.read(1, ProgramDocument.canonicalText(said)).protection())
                .isEqualTo(said.protection());
    }

    @Test
    void saying_two_things_at_once_is_a_mistake() throws Exception {
        assertThat(mistakesByItself(with("\"confirmationRequired\": false, \"confirmationFrom\": 300")))
                .extracting(Mistake::pointer)
                .contains("/confirmationFrom");
    }

    @Test
    void a_limit_that_holds_for_all_brands_alike_is_refused_and_told_where_it_stands() throws Exception {
        assertThat(mistakesByItself(with("\"limits\": {\"wrongCodes\": {\"till\": {\"perHour\": 3}}}")))
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.pointer()).isEqualTo("/limits/wrongCodes");
                    assertThat(mistake.expected()).contains("protection/limits/wrongCodes in coalition.yaml");
                });
    }

    private List<Mistake> mistakesByItself(String section) throws Exception {
        return new ProgramSection(null, null)
                .validate(json.readTree(section), json.readTree("{\"currencies\": [\"EUR\"]}"));
    }

    private Program read(String section) throws Exception {
        return ProgramDocument.read(1, json.readTree(section));
    }

    private Protection coalition() throws Exception {
        return Protection.ofCoalition(json.readTree(COALITION).path("protection"));
    }

    private List<Mistake> mistakes(String section) throws Exception {
        return new ProgramSection(null, null).validateWithin(json.readTree(COALITION), json.readTree(section));
    }

    private String with(String more) throws Exception {
        ObjectNode section = (ObjectNode) json.readTree(SECTION);
        section.setAll((ObjectNode) json.readTree("{" + more + "}"));
        return section.toString();
    }
}
