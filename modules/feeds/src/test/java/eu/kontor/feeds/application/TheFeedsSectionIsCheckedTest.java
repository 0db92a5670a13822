package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.tenancy.api.ConfigurationSection.Mistake;
import org.junit.jupiter.api.Test;

class TheFeedsSectionIsCheckedTest {

    private final FeedsSection section = new FeedsSection();

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

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
