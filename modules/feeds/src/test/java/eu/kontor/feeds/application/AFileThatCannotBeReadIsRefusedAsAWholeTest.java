package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AFileThatCannotBeReadIsRefusedAsAWholeTest {

    private final FeedStage stage = FeedStage.open("unreadable" + System.nanoTime());

    @AfterEach
    void nothing_was_posted() throws SQLException {
        assertThat(stage.booked().purchases()).isZero();
    }

    @Test
    void with_bytes_that_are_not_utf_8() {
        String text = FeedStage.lines(0, 3) + FeedStage.card(1) + ",main,1.00,EUR,2026-10-01,Caf\u00e9\n";

        FeedReceipt receipt = refused("latin.csv", text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(receipt.refusal()).hasValueSatisfying(why -> assertThat(why)
                .isEqualTo("The file latin.csv is not UTF-8: line 5 has bytes that cannot be read. "
                        + "Save it as UTF-8 and drop it again."));
    }

    @Test
    void in_a_damaged_archive() {
        byte[] damaged = {'P', 'K', 3, 4, 1, 2, 3};

        assertThat(refused("day.zip", damaged).refusal().orElseThrow()).contains("day.zip is damaged");
    }

    @Test
    void without_anything_in_it() {
        assertThat(refused("nothing.csv", new byte[0]).refusal().orElseThrow()).contains("nothing.csv is empty");
        assertThat(refused("blank.csv", "\n\r\n\n".getBytes(StandardCharsets.UTF_8))
                        .refusal()
                        .orElseThrow())
                .contains("is empty");
    }

    @Test
    void with_a_header_but_no_lines() {
        assertThat(refused("header.csv", (FeedStage.HEADER + "\n").getBytes(StandardCharsets.UTF_8))
                        .refusal()
                        .orElseThrow())
                .contains("has a header but no lines");
    }

    @Test
    void with_a_header_that_fits_no_layout() {
        assertThat(refused("odd.csv", "a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8))
                        .refusal()
                        .orElseThrow())
                .contains("fits no known layout");
    }

    @Test
    void with_a_header_that_lacks_a_column_of_its_mapping() {
        stage.configure("[{\"name\": \"shop\", \"layout\": \"purchases\", \"files\": \"shop-*.csv\"}]");

        assertThat(refused("shop-1.csv", "card,outlet\n1,2\n".getBytes(StandardCharsets.UTF_8))
                        .refusal()
                        .orElseThrow())
                .contains("lacks the column amount");
    }

    @Test
    void with_a_header_that_names_a_column_twice_although_it_matters_which_one() {
        String text = FeedStage.lines(0, 1)
                .replaceFirst("reference", "reference,Card")
                .replace("R0", "R0,x");

        assertThat(refused("twice.csv", text.getBytes(StandardCharsets.UTF_8))
                        .refusal()
                        .orElseThrow())
                .contains("has the column card twice");
    }

    @Test
    void with_a_header_that_is_nearly_one_that_is_known() {
        assertThat(refused("nearly.csv", "Card;Outlet;Points;Day\n1;2;3;4\n".getBytes(StandardCharsets.UTF_8))
                        .refusal()
                        .orElseThrow())
                .contains("Nearest is redemptions, which also needs: business_date, reference");
    }

    private FeedReceipt refused(String name, byte[] content) {
        FeedReceipt receipt = stage.process(name, content);
        assertThat(receipt.state()).isEqualTo(State.REFUSED);
        assertThat(stage.names(stage.folders.refused()))
                .contains(receipt.id() + "-" + name, receipt.id() + "-" + name + ".receipt.json");
        return receipt;
    }
}
