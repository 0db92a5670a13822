package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Who opens the refused lines in a spreadsheet computes nothing that somebody else wrote; who drops them again means what was sent first. */
class ARefusedFormulaIsHarmlessTest {

    private static final String NOTE = "\"=HYPERLINK(\"\"https://elsewhere.example\"\")\"";

    private final FeedStage stage = FeedStage.open("formula" + System.nanoTime());

    @Test
    void and_comes_back_as_it_was_sent() throws Exception {
        String sent = String.join(
                "\n",
                FeedStage.HEADER + ",=note",
                FeedStage.card(1) + ",elsewhere,12.50,EUR,2026-10-01,=1+1," + NOTE,
                FeedStage.card(2) + ",elsewhere,12.50,EUR,2026-10-01,'=already marked,plain");
        FeedReceipt refused = stage.process("formulas.csv", sent);

        assertThat(refused.linesRefused()).isEqualTo(2);
        assertThat(stage.rejects(refused).getFirst()).startsWith(FeedStage.HEADER + ",'=note,kontor_line");
        assertThat(stage.rejects(refused).get(1)).contains(",'=1+1,\"'=HYPERLINK(", ",2,outlet-unknown,");
        assertThat(stage.rejects(refused).get(2)).contains(",''=already marked,plain,3,");

        String corrected = Files.readString(stage.folders.rejects(refused.id(), refused.fileName()))
                .replace(",elsewhere,", ",main,");
        assertThat(stage.process("formulas-corrected.csv", corrected).linesPosted())
                .isEqualTo(2);

        FeedReceipt asItWasSent = stage.process("formulas-again.csv", sent.replace(",elsewhere,", ",main,"));
        assertThat(asItWasSent.linesKnown())
                .as("its references are those that were posted, without a mark")
                .isEqualTo(2);
    }

    @Test
    void also_when_its_fields_could_not_be_told_apart() throws Exception {
        FeedReceipt refused = stage.process(
                "malformed.csv", String.join("\n", FeedStage.HEADER, "=cmd|' /C calc'!A0,too,few", FeedStage.line(1)));

        assertThat(refused.linesRefused()).isEqualTo(1);
        assertThat(stage.rejects(refused).get(1)).startsWith("\"'=cmd|' /C calc'!A0,too,few\",");

        FeedReceipt again = stage.process("malformed-again.csv", stage.rejectsText(refused));
        assertThat(again.linesRefused()).isEqualTo(1);
        assertThat(stage.rejects(again).get(1))
                .as("no mark upon a mark")
                .startsWith("\"'=cmd|' /C calc'!A0,too,few\",");
    }

    @Test
    void and_a_number_stays_a_number() throws Exception {
        FeedReceipt refused = stage.process(
                "correction.csv",
                String.join(
                        "\n",
                        FeedStage.HEADER + ",correction",
                        FeedStage.card(1) + ",elsewhere,12.50,EUR,2026-10-01,R1,-12.50"));

        assertThat(stage.rejects(refused).get(1)).contains(",R1,-12.50,2,outlet-unknown,");
    }
}
