package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ATrialIsToldAtATerminalTest {

    @Test
    void with_its_sums_and_line_by_line_with_corrections_and_what_would_wait() throws JsonProcessingException {
        assertThat(
                        said(
                                """
                                {"mapping": "kasse", "layout": "item-lines", "linesTotal": 21293, "linesTried": 2000,
                                 "linesPosted": 1990, "linesCorrected": 3, "linesHeld": 2, "linesKnown": 4, "linesRefused": 1,
                                 "purchases": 900, "points": 12345, "skipped": {"no-card": 3}, "columnsRepeated": ["Note"],
                                 "lines": [{"line": 2, "outcome": "corrected", "points": 125, "text": "a,b", "reason": ""},
                                           {"line": 3, "outcome": "refused", "points": 0, "text": "c,d", "reason": "The column is empty."}]}"""))
                .containsExactly(
                        "Read by kasse (item-lines): 21,293 lines, of which 2,000 were tried. Nothing was posted.",
                        "  would post 1,990 lines (3 of them corrections) as 900 purchases with 12,345 points; held for review 2; "
                                + "known already 4; refused 1; skipped {\"no-card\":3}",
                        "  The column Note stands in the header twice; nothing reads it.",
                        "     2  corrected    125  a,b",
                        "     3  refused        0  The column is empty.");
    }

    @Test
    void of_a_file_that_nothing_reads_with_the_mapping_to_complete_and_what_only_a_person_knows()
            throws JsonProcessingException {
        assertThat(
                        said(
                                """
                                {"refusal": "The header of day.csv fits no known layout.",
                                 "sketch": {"layout": "item-lines", "yaml": "- name: day\\n  layout: item-lines\\n", "missing": ["card"],
                                            "questions": [{"code": "word-unknown", "column": "Art", "value": "Bon"},
                                                          {"code": "day-or-month", "column": "Datum", "value": "MM.dd.uuuu"}]}}"""))
                .containsExactly(
                        "The header of day.csv fits no known layout.",
                        "It looks like item-lines. Put this under \"feeds\" in the tenant's file, complete it, and try again:",
                        "",
                        "  - name: day",
                        "    layout: item-lines",
                        "",
                        "Missing: card. Name its column under columns, or its value under constants.",
                        "What does \"Bon\" in \"Art\" mean? Say it under values: sale, return, redemption, not-completed or called-off.",
                        "Is the day before the month in \"Datum\"? If not, the pattern is MM.dd.uuuu.");
    }

    private static List<String> said(String trial) throws JsonProcessingException {
        return TryFeed.said(new ObjectMapper().readTree(trial));
    }
}
