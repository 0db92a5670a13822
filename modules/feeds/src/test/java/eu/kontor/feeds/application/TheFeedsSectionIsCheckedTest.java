package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.tenancy.api.ConfigurationSection.Mistake;
import org.junit.jupiter.api.Test;

class TheFeedsSectionIsCheckedTest {

    private final FeedsSection section = new FeedsSection(FeedStage.CLOCK);

    @Test
    void a_mapping_in_order_has_no_mistakes() throws Exception {
        assertThat(section.validate(
                        json(
                                """
                                [{"name": "a", "layout": "purchases", "datePattern": "dd.MM.uuuu",
                                  "columns": {"card": "Karte"}, "constants": {"outlet": "bar"}},
                                 {"name": "b", "layout": "tickets", "items": {"Tea": {"price": "2.10"}, "NONE": {}}}]"""),
                        json("{\"outlets\": [{\"code\": \"bar\"}]}")))
                .isEmpty();
    }

    @Test
    void each_mistake_points_to_its_place_and_says_what_was_expected() throws Exception {
        assertThat(section.validate(
                        json(
                                """
                                [{"name": "a", "layout": "purchases", "datePattern": "bogus",
                                  "columns": {"kard": "Karte"}, "constants": {"outlet": "roof"}},
                                 {"name": "a", "layout": "tickets", "items": {"Tea/Milk": {"price": "-1"}}},
                                 {"name": "c", "layout": "tickets"}]"""),
                        json("{\"outlets\": [{\"code\": \"bar\"}]}")))
                .extracting(Mistake::pointer)
                .containsExactly(
                        "/0/datePattern",
                        "/0/columns/kard",
                        "/0/constants/outlet",
                        "/1/name",
                        "/1/items/Tea~1Milk/price",
                        "/2");
    }

    @Test
    void a_pattern_that_cannot_mean_what_it_says_is_a_mistake_and_the_right_one_is_offered() throws Exception {
        assertThat(section.validate(
                        json(
                                """
                                [{"name": "a", "layout": "purchases", "datePatterns": ["dd.MM.uuuu", "dd/MM/yyyy", "DD.MM.uuuu"],
                                  "timePattern": "hh:mm", "zone": "Lisbon",
                                  "values": {"status": {"OK": "completed", "Weg": "gone"}}}]"""),
                        json("{}")))
                .satisfiesExactly(
                        era -> assertThat(era)
                                .extracting(Mistake::pointer, Mistake::expected)
                                .containsExactly(
                                        "/0/datePatterns/1",
                                        "a date pattern that can be read back, such as dd/MM/uuuu"),
                        dayOfYear -> assertThat(dayOfYear)
                                .extracting(Mistake::pointer, Mistake::expected)
                                .containsExactly(
                                        "/0/datePatterns/2",
                                        "a date pattern that can be read back, such as dd.MM.uuuu"),
                        halfADay -> assertThat(halfADay.pointer()).isEqualTo("/0/timePattern"),
                        zone -> assertThat(zone.pointer()).isEqualTo("/0/zone"),
                        word -> assertThat(word.pointer()).isEqualTo("/0/values/status"));
    }

    @Test
    void an_expected_file_says_when_and_by_which_name_it_is_known() throws Exception {
        assertThat(section.validate(
                        json(
                                """
                                [{"name": "a", "layout": "purchases", "files": "a-*.csv", "expected": "daily by 06:00"},
                                 {"name": "b", "layout": "purchases", "files": "b-*.csv", "expected": "sometimes by 06:00"},
                                 {"name": "c", "layout": "purchases", "files": "c-*.csv", "expected": "weekdays by 6"},
                                 {"name": "d", "layout": "purchases", "expected": "Monday, Thursday by 23:30"}]"""),
                        json("{}")))
                .extracting(Mistake::pointer)
                .containsExactly("/1/expected", "/2/expected", "/3");
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
