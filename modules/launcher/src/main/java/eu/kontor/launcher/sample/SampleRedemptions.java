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

    /**
     * Not more than the tenants' programs give, so that the balance always suffices. Assumed per unit of the brand's currency;
     * {@code ThePreparedSampleTest} holds it to {@code tenant-config/}.
     */
    static final Map<Brand, Integer> POINTS_PER_UNIT =
            Map.of(Brand.RESORT, 5, Brand.CITY, 5, Brand.CAFE, 10, Brand.SHOP, 8);

    /** Redeem points only in hundreds, and not fewer than the programs' minimum. */
    private static final int STEP = 100;

    private static final int LEAST = 500;
    private static final int MOST = 20_000;

    /** Of the members who could, this part does in a month. */
    private static final double WILLING = 0.06;

    /** A member without a visit for so long may have lost the points to expiry. */
    private static final int FORGOTTEN_AFTER_MONTHS = 11;

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
    Map<Brand, Long> write(Path folder, SampleCalendar calendar) throws IOException {
        Map<Brand, Long> redeemed = new EnumMap<>(Brand.class);
        Map<Brand, MonthlyFiles> files = new HashMap<>();
        for (Brand brand : Brand.values()) {
            files.put(brand, new MonthlyFiles(folder, brand, "redemptions", "card,outlet,points,business_date,reference"));
        }
        int next = 0;
        for (YearMonth month = calendar.firstMonth();
                !month.isAfter(calendar.lastMonth());
                month = month.plusMonths(1)) {
            redeem(month, files, redeemed);
            while (next < earned.size() && !YearMonth.from(earned.get(next).date()).isAfter(month)) {
                earn(earned.get(next++));
            }
        }
        for (MonthlyFiles each : files.values()) {
            each.close();
        }
        return redeemed;
    }

    private void earn(Earned each) {
        long points = each.amount()
                .max(BigDecimal.ZERO)
                .multiply(BigDecimal.valueOf(POINTS_PER_UNIT.get(each.brand())))
                .longValue();
        balance[each.member()] += points;
        lastVisit[each.member()] = YearMonth.from(each.date());
    }

    private void redeem(YearMonth month, Map<Brand, MonthlyFiles> files, Map<Brand, Long> redeemed) throws IOException {
        for (SampleMembers.Member member : members) {
            int index = member.index();
            if (balance[index] < LEAST || random.nextDouble() >= WILLING || isForgotten(index, month)) {
                continue;
            }
            Brand brand = brand();
            long wanted = (long) (Math.min(balance[index], MOST) * (0.3 + 0.6 * random.nextDouble()));
            long points = Math.max(LEAST, wanted / STEP * STEP);
            LocalDate date = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
            balance[index] -= points;
            lastVisit[index] = month;
            redeemed.merge(brand, points, Long::sum);
            number++;
            files.get(brand)
                    .write(
                            date,
                            String.join(
                                    ",", member.card(), brand.outlet(), "" + points, "" + date, "X%05d".formatted(number)));
        }
    }

    /** The café and the shop are near, the hotels take more at once. */
    private Brand brand() {
        int tenth = random.nextInt(10);
        return tenth < 5 ? Brand.CAFE : tenth < 8 ? Brand.SHOP : tenth < 9 ? Brand.RESORT : Brand.CITY;
    }

    private boolean isForgotten(int member, YearMonth month) {
        return lastVisit[member] == null || lastVisit[member].plusMonths(FORGOTTEN_AFTER_MONTHS).isBefore(month);
    }
}
