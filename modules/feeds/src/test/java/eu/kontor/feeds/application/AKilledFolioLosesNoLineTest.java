package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A hotel's folio: sales and redemptions in one file, in one batch. */
class AKilledFolioLosesNoLineTest {

    private static final String HEADER = "card,outlet,amount,currency,business_date,reference,line_kind,points";
    private static final int LINES = 15_000;
    private static final int EVERY_THIRD = 3;
    private static final long POINTS_OF_A_SALE = 12;
    private static final long POINTS_OF_A_REDEMPTION = 5;
    private static final int KILLS = 3;

    private final FeedStage stage = FeedStage.open("folio" + System.nanoTime());
    private final Random random = new Random(20_261_127);
    private final MortalNode node = new MortalNode(stage, random);

    @Test
    void whatever_kind_it_is() throws Exception {
        long id = stage.drop("folio.csv", folio().getBytes(StandardCharsets.UTF_8));

        for (int kill = 0; kill < KILLS; kill++) {
            node.killAfter(1 + random.nextInt(LINES / 1_000 / (KILLS + 1)));
            assertThat(stage.receipt(id).linesRead()).isPositive().isLessThan(LINES);
        }
        node.finish();

        FeedReceipt receipt = stage.receipt(id);
        assertThat(receipt.state()).isEqualTo(State.DONE);
        assertThat(receipt.linesPosted()).isEqualTo(LINES);
        assertThat(receipt.linesKnown()).isZero();
        assertThat(receipt.linesRefused()).isZero();
        long redemptions = LINES / EVERY_THIRD;
        assertThat(stage.booked())
                .isEqualTo(new FeedStage.Booked(
                        LINES, redemptions * POINTS_OF_A_REDEMPTION + (LINES - redemptions) * POINTS_OF_A_SALE));
    }

    @Test
    void and_a_kind_that_nobody_knows_is_refused_by_name() throws Exception {
        FeedReceipt receipt =
                stage.process("odd.csv", HEADER + "\n" + FeedStage.card(7) + ",main,1.00,EUR,2026-10-03,R1,gratis,\n");

        assertThat(receipt.linesRefused()).isEqualTo(1);
        assertThat(stage.rejects(receipt).getLast()).contains("feed-word-unknown", "sale, return, redemption");
    }

    private static String folio() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int line = 0; line < LINES; line++) {
            text.append(FeedStage.card(100 + line % 500));
            text.append(
                    line % EVERY_THIRD == 0
                            ? ",main,,,2026-10-03,S%d,redemption,%d\n".formatted(line, POINTS_OF_A_REDEMPTION)
                            : ",main,12.50,EUR,2026-10-03,R%d,sale,\n".formatted(line));
        }
        return text.toString();
    }
}
