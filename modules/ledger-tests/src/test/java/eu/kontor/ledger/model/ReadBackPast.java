package eu.kontor.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.ledger.api.Past;
import eu.kontor.ledger.api.Past.MemberAsOf;
import eu.kontor.ledger.api.Past.PocketAsOf;
import eu.kontor.ledger.api.Windows;
import eu.kontor.ledger.api.Windows.Position;
import eu.kontor.ledger.api.Windows.Window;
import eu.kontor.proof.testing.CheckedLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the model said before the clock moved on must be what the ledger says of that moment afterwards. */
final class ReadBackPast {

    private static final Caller OPERATOR = Caller.system("model test");

    private final Past past;
    private final Windows windows;
    private int days;
    private final Map<Instant, Map<Long, String>> balances = new TreeMap<>();
    private final Map<Instant, Map<String, String>> positions = new TreeMap<>();

    ReadBackPast(Past past, Windows windows) {
        this.past = past;
        this.windows = windows;
    }

    /** A day that is cut off is not gone on with: the next run is another day's. */
    void takeSnapshot(CheckedLedger ledger, int portions) {
        LocalDate day = LocalDate.EPOCH.plusDays(days++);
        for (int portion = 0; portion < portions; portion++) {
            if (ledger.snapshots.takePortion(day).isEmpty()) {
                break;
            }
        }
    }

    void remember(NaiveLedger model, Instant moment) {
        Map<Long, String> texts = new TreeMap<>();
        model.members().forEach((number, member) -> texts.put(number, text(member)));
        balances.put(moment, texts);
        Map<String, String> sums = new TreeMap<>();
        model.positions().forEach((name, sum) -> {
            sums.put(name, sum[0] + " in " + sum[1]);
        });
        positions.put(moment, sums);
    }

    void mustBeAnsweredStill() {
        balances.forEach((moment, members) ->
                members.forEach((number, then) -> assertThat(text(past.balance(OPERATOR, new MemberId(number), moment)))
                        .as("member " + number + " at " + moment)
                        .isEqualTo(then)));
        positions.forEach((moment, then) -> {
            assertThat(sums(window -> past.positions(OPERATOR, window, moment)))
                    .as("all windows at " + moment)
                    .isEqualTo(then);
        });
    }

    /** What screens read now: from snapshots and what came after them, or frozen. */
    void mustBeReadNow(NaiveLedger model) {
        Map<String, String> expected = new TreeMap<>();
        model.positions().forEach((name, sum) -> expected.put(name, sum[0] + " in " + sum[1]));
        assertThat(sums(windows::positions)).as("all windows now").isEqualTo(expected);
    }

    private Map<String, String> sums(Function<YearMonth, List<Position>> read) {
        Map<String, String> sums = new TreeMap<>();
        for (Window window : windows.all()) {
            YearMonth month = window.month();
            for (Position p : read.apply(month)) {
                sums.put(
                        month + " " + p.tenant().value() + "/" + p.outlet() + " " + p.kind() + " of "
                                + p.businessMonth(),
                        p.points() + " in " + p.transfers());
            }
        }
        return sums;
    }

    private static String text(MemberAsOf member) {
        StringBuilder text = new StringBuilder("owes " + member.debt());
        for (PocketAsOf pocket : member.pockets()) {
            text.append("; ").append(pocket.pocket().code()).append(": ").append(pocket.available());
            text.append(" held ").append(pocket.held());
        }
        return text.toString();
    }

    private static String text(NaiveMember member) {
        StringBuilder text = new StringBuilder("owes " + member.owed());
        member.pockets.forEach((months, pocket) -> {
            if (!pocket.units.isEmpty()) {
                text.append("; ").append(months).append(": ").append(pocket.available());
                text.append(" held ").append(pocket.held);
            }
        });
        return text.toString();
    }
}
