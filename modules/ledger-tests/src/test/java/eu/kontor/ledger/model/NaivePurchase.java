package eu.kontor.ledger.model;

import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Returned;
import eu.kontor.ledger.api.Returned.SoldLine;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.model.Command.What;
import eu.kontor.ledger.model.NaiveMember.Place;
import eu.kontor.ledger.model.NaiveMember.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A purchase, who paid for it, and how it was taken back if it was. All purchases were of the same goods: three of one thing for 0.30
 * that earned five sixths, two of another for 0.30 that earned one sixth.
 */
final class NaivePurchase {
    static final int SOLD = 60;
    static final int LINES = 2;
    static final int MOST_UNITS = 3;
    private static final int UNIT = 1000;
    private static final int[] UNITS = {3, 2};
    private static final int[] WORTH_OF_A_UNIT = {10, 15};
    private static final int[] SIXTHS_OF_A_LINE = {5, 1};

    final long number;
    final long member;
    final int tenant;
    final LocalDate day;
    final List<Part> parts = new ArrayList<>();
    final List<String> returns = new ArrayList<>();
    private final int[] units = new int[LINES];
    private int byAmount;
    private int byLine;
    boolean isReversed;
    TransferKind gave = TransferKind.EARN;

    NaivePurchase(long number, long member, int tenant, LocalDate day) {
        this.number = number;
        this.member = member;
        this.tenant = tenant;
        this.day = day;
    }

    /** As the ledger is asked for it. */
    static Optional<Returned> returned(What what) {
        if (what.line() == 0 && what.amount() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Returned(
                2,
                SOLD,
                List.of(new SoldLine(3 * UNIT, 30, 5), new SoldLine(2 * UNIT, 30, 1)),
                what.amount() < 0 ? OptionalLong.empty() : OptionalLong.of(what.amount()),
                what.line() == 0 ? Map.of() : Map.of(what.line(), (long) what.units() * UNIT)));
    }

    /** What came from one funder into one pocket. */
    static final class Part {
        final Source source;
        final int months;
        int points;
        int expiredUntilNow;
        int back;
        int backExpired;
        /** Of the return under way. */
        int now;

        int expired;
        int taken;

        Part(Source source, int months) {
            this.source = source;
            this.months = months;
        }

        int missing() {
            return now - expired - taken;
        }

        /** Nobody is owed it. */
        void letGo() {
            expired += missing();
        }

        /** @param backThen of the points, with this return */
        void due(int backThen) {
            taken = 0;
            now = backThen - back;
            expired = Math.min(now, expiredUntilNow - backExpired);
            back = backThen;
            backExpired += expired;
        }
    }

    void earned(Place funder, int months, int points) {
        Source source = new Source(number, funder);
        Part part = parts.stream()
                .filter(known -> known.source.equals(source) && known.months == months)
                .findFirst()
                .orElseGet(() -> {
                    Part fresh = new Part(source, months);
                    parts.add(fresh);
                    return fresh;
                });
        part.points += points;
    }

    /** Goods and money come back; every part of the award knows what is due of it then. @param id by which the purchase is told */
    void comesBack(Optional<Returned> what, String id) {
        if (isReversed) {
            throw new NaiveRefusal(RefusalCode.PURCHASE_ALREADY_REVERSED, Map.of("id", id));
        }
        what.ifPresentOrElse(this::comesBack, () -> isReversed = true);
        parts.forEach(part -> part.due(backOf(part.points)));
    }

    private void comesBack(Returned what) {
        int amount = 0;
        for (Map.Entry<Integer, Long> each : what.units().entrySet()) {
            int line = each.getKey() - 1;
            int wanted = (int) (each.getValue() / UNIT);
            int left = UNITS[line] - units[line];
            if (wanted > left) {
                throw new NaiveRefusal(
                        RefusalCode.RETURN_EXCEEDS_LINE,
                        Map.of("line", "" + each.getKey(), "left", "" + left, "wanted", "" + wanted));
            }
            amount += wanted * WORTH_OF_A_UNIT[line];
        }
        amount = (int) what.amount().orElse(amount);
        int left = SOLD - byAmount - byLine;
        if (amount > left) {
            throw new NaiveRefusal(
                    RefusalCode.RETURN_EXCEEDS_PURCHASE, Map.of("left", money(left), "wanted", money(amount)));
        }
        what.units().forEach((line, more) -> units[line - 1] += (int) (more / UNIT));
        byAmount += what.units().isEmpty() ? amount : 0;
        byLine += what.units().isEmpty() ? 0 : amount;
        isReversed = byAmount + byLine == SOLD;
    }

    private static String money(int cents) {
        return cents / 100 + "." + cents / 10 % 10 + cents % 10;
    }

    /** In thirty-sixths, and of what the lines leave, the part that is paid back of the money that they leave. */
    private int backOf(int points) {
        if (isReversed) {
            return points;
        }
        int lines = SIXTHS_OF_A_LINE[0] * units[0] * 2 + SIXTHS_OF_A_LINE[1] * units[1] * 3;
        int money = SOLD - byLine;
        return points * (lines * money + (36 - lines) * byAmount) / (36 * money);
    }

    /** What earned nothing is taken back as one part of nothing. */
    void toldAsReturned() {
        int run = returns.isEmpty() ? 1 : runs() + 1;
        String name = "reversal " + run + (isReversed ? ", the last," : "") + " of " + number + " part ";
        if (parts.isEmpty()) {
            returns.add(name + "1 at " + tenant + "/0: taken 0 owed 0 expired 0");
        }
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            returns.add(name + (i + 1) + " at " + part.source.funder() + ": taken " + part.taken + " owed "
                    + part.missing() + " expired " + part.expired);
        }
    }

    private int runs() {
        return returns.size() / Math.max(parts.size(), 1);
    }
}
