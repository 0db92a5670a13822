package eu.kontor.retention.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.MemberId;
import eu.kontor.retention.api.MemberFiles.MemberFile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AWordThatLooksLikeADayIsAWordTest {

    @Test
    void what_a_till_sent_stands_as_it_was_sent() {
        assertThat(page("reference", "2026-02-30")).contains(">2026-02-30<");
        assertThat(page("reference", "2026-02-03")).contains(">2026-02-03<");
        assertThat(page("note", "2026-02-03T99:99Z")).contains(">2026-02-03T99:99Z<");
        assertThat(page("reason", "open")).contains(">open<");
    }

    @Test
    void a_day_that_is_none_stops_no_page() {
        assertThat(page("subject", "2026-02-30")).contains(">2026-02-30<");
        assertThat(page("subject", "2026-02-03Tnever Z")).contains(">2026-02-03Tnever Z<");
    }

    @Test
    void ours_are_said_as_people_say_them() {
        assertThat(page("businessDate", "2026-02-03")).contains(">3 feb 2026<");
        assertThat(page("state", "open")).doesNotContain(">open<");
    }

    private static String page(String column, String value) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put(column, value);
        return new MemberFilePage(
                        new MemberFile(new MemberId(1), List.of(new MemberFile.Part("purchases", List.of(row)))),
                        "Coalition",
                        Locale.forLanguageTag("es"),
                        Instant.EPOCH,
                        ZoneId.of("UTC"))
                .html();
    }
}
