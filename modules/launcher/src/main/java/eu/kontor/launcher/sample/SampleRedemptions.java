package eu.kontor.launcher.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Redemptions, of which the raw data has none: members with enough points now and then redeem a part of what they had at the end of the
 * month before, at any of the four brands. About a tenth of the points earned.
 */
final class SampleRedemptions {

    private static final long SEED = 20_170L;

    /** Not more per unit of money than the tenants' programs give, so that the balance always suffices. */
    private static final Map<SampleTenant, Integer> POINTS_PER_UNIT =
            Map.of(SampleTenant.RESORT, 5, SampleTenant.CITY, 4, SampleTenant.CAFE, 2, SampleTenant.SHOP, 3);

    /** What guests redeem at once: a coffee and a sandwich, some records, a night's discount. Never below the programs' minimum. */
    private static final Map<SampleTenant, Habit> HABITS = Map.of(
            SampleTenant.CAFE, new Habit(100, 1_500),
            SampleTenant.SHOP, new Habit(300, 4_000),
            SampleTenant.RESORT, new Habit(500, 20_000),
            SampleTenant.CITY, new Habit(500, 20_000));

    private static final int STEP = 50;

    /** Of the members who could, this part redeems in a month. */
    private static final double WILLING = 0.075;

    /** A member without a visit for so long may have lost the points to expiry. */
    private static final int FORGOTTEN_AFTER_MONTHS = 11;

    /** The record shop's points have a fixed term: who bought so long before the end may have lost them. */
    private static final int TERM_OF_THE_SHOP_MONTHS = 12;

    /** @param least and {@code most} points at once */
    private record Habit(int least, int most) {}

    private final List<SampleMembers.Member> members;
    private final List<Earned> earned;
    private final Random random = new Random(SEED);
    private final long[] balance = new long[SampleMembers.COUNT];
    private final YearMonth[] lastVisit = new YearMonth[SampleMembers.COUNT];
    private int number;

    SampleRedemptions(List<SampleMembers.Member> members, List<Earned> earned) {
        this.members = members;
        this.earned = new ArrayList<>(earned);
        this.earned.sort(Comparator.comparing(Earned::date));
    }

    /** @return points redeemed per brand */
    Map<SampleTenant, Long> write(Path folder, SampleCalendar calendar) throws IOException {
        Map<SampleTenant, Long> redeemed = new EnumMap<>(SampleTenant.class);
        Map<SampleTenant, MonthlyFiles> files = new HashMap<>();
        for (SampleTenant brand : SampleTenant.values()) {
            files.put(
                    brand,
                    new MonthlyFiles(folder, brand, "redemptions", "card,outlet,points,business_date,reference"));
        }
        int next = 0;
        for (YearMonth month = calendar.firstMonth();
                !month.isAfter(calendar.lastMonth());
                month = month.plusMonths(1)) {
            redeem(month, files, redeemed);
            while (next < earned.size()
                    && !YearMonth.from(earned.get(next).date()).isAfter(month)) {
                Earned each = earned.get(next++);
                if (isSure(each, calendar)) {
                    earn(each);
                }
            }
        }
        for (MonthlyFiles each : files.values()) {
            each.close();
        }
        return redeemed;
    }

    private static boolean isSure(Earned each, SampleCalendar calendar) {
        return each.brand() != SampleTenant.SHOP
                || YearMonth.from(each.date()).isAfter(calendar.lastMonth().minusMonths(TERM_OF_THE_SHOP_MONTHS + 1L));
    }

    private void earn(Earned each) {
        long points = each.amount()
                .max(BigDecimal.ZERO)
                .multiply(BigDecimal.valueOf(POINTS_PER_UNIT.get(each.brand())))
                .longValue();
        balance[each.member()] += points;
        lastVisit[each.member()] = YearMonth.from(each.date());
    }

    private void redeem(YearMonth month, Map<SampleTenant, MonthlyFiles> files, Map<SampleTenant, Long> redeemed)
            throws IOException {
        for (SampleMembers.Member member : members) {
            SampleTenant brand = brand();
            Habit habit = HABITS.get(brand);
            int index = member.index();
            boolean isWilling = random.nextDouble() < WILLING;
            if (!isWilling || balance[index] < habit.least() || isForgotten(index, month)) {
                continue;
            }
            long points = points(habit, balance[index]);
            balance[index] -= points;
            lastVisit[index] = month;
            redeemed.merge(brand, points, Long::sum);
            LocalDate date = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
            files.get(brand).write(date, line(member, brand, points, date));
        }
    }

    private long points(Habit habit, long available) {
        long span = Math.min(available, habit.most()) - habit.least();
        return habit.least() + (long) (span * random.nextDouble()) / STEP * STEP;
    }

    private String line(SampleMembers.Member member, SampleTenant brand, long points, LocalDate date) {
        number++;
        return String.join(",", member.card(), brand.outlet(), "" + points, date.toString(), "X%05d".formatted(number));
    }

    /** The café and the shop are near, the hotels far. */
    private SampleTenant brand() {
        double place = random.nextDouble();
        if (place < 0.68) {
            return SampleTenant.CAFE;
        }
        if (place < 0.88) {
            return SampleTenant.SHOP;
        }
        return place < 0.94 ? SampleTenant.RESORT : SampleTenant.CITY;
    }

    private boolean isForgotten(int member, YearMonth month) {
        return lastVisit[member] == null
                || lastVisit[member].plusMonths(FORGOTTEN_AFTER_MONTHS).isBefore(month);
    }
}
