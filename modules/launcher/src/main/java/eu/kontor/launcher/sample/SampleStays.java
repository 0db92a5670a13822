package eu.kontor.launcher.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The two hotels' monthly files: every reservation with all its columns, cancelled ones too, in the month in which its status was last
 * set, which for a completed stay is the day of departure. Added are a reservation's number and, for a part of the completed stays, a
 * card.
 */
final class SampleStays {

    private static final long SEED = 75_166L;

    /** Of the completed stays; the other guests are no members or did not show their card. */
    private static final double WITH_CARD = 0.35;

    private static final int HOTEL = 0;
    private static final int ARRIVAL_YEAR = 3;
    private static final int ARRIVAL_MONTH = 4;
    private static final int ARRIVAL_WEEK = 5;
    private static final int ARRIVAL_DAY = 6;
    private static final int WEEKEND_NIGHTS = 7;
    private static final int WEEK_NIGHTS = 8;
    private static final int RATE = 27;
    private static final int STATUS = 30;
    private static final int STATUS_DATE = 31;

    private static final String HEADER =
            "hotel,is_canceled,lead_time,arrival_date_year,arrival_date_month,arrival_date_week_number,"
                    + "arrival_date_day_of_month,stays_in_weekend_nights,stays_in_week_nights,adults,children,babies,meal,"
                    + "country,market_segment,distribution_channel,is_repeated_guest,previous_cancellations,"
                    + "previous_bookings_not_canceled,reserved_room_type,assigned_room_type,booking_changes,deposit_type,"
                    + "agent,company,days_in_waiting_list,customer_type,adr,required_car_parking_spaces,"
                    + "total_of_special_requests,reservation_status,reservation_status_date,booking,card";

    private final SampleCalendar calendar;
    private final CardShare cards;
    private final Consumer<Earned> earned;
    private int reservation;

    SampleStays(SampleCalendar calendar, List<SampleMembers.Member> members, Consumer<Earned> earned) {
        this.calendar = calendar;
        this.cards = new CardShare(SEED, members, WITH_CARD);
        this.earned = earned;
    }

    void write(Path folder) throws IOException {
        try (MonthlyFiles resort = new MonthlyFiles(folder, SampleTenant.RESORT, "stays", HEADER);
                MonthlyFiles city = new MonthlyFiles(folder, SampleTenant.CITY, "stays", HEADER)) {
            RawData.read(RawData.BOOKINGS, 1, line -> {
                String[] fields = line.split(",", -1);
                boolean isResort = fields[HOTEL].startsWith("Resort");
                write(fields, isResort ? SampleTenant.RESORT : SampleTenant.CITY, isResort ? resort : city);
            });
        }
    }

    private void write(String[] fields, SampleTenant brand, MonthlyFiles files) throws IOException {
        reservation++;
        LocalDate statusDate = shifted(LocalDate.parse(fields[STATUS_DATE]));
        String card = "";
        if (fields[STATUS].equals("Check-Out")) {
            SampleMembers.Member guest = cards.next().orElse(null);
            if (guest != null) {
                card = guest.card();
                earned.accept(new Earned(brand, guest.index(), statusDate, amount(fields)));
            }
        }
        shiftArrival(fields);
        fields[STATUS_DATE] = statusDate.toString();
        files.write(filed(statusDate), String.join(",", fields) + ",R" + "%06d".formatted(reservation) + "," + card);
    }

    private static BigDecimal amount(String[] fields) {
        int nights = Integer.parseInt(fields[WEEKEND_NIGHTS]) + Integer.parseInt(fields[WEEK_NIGHTS]);
        return new BigDecimal(fields[RATE]).multiply(BigDecimal.valueOf(nights));
    }

    private void shiftArrival(String[] fields) {
        LocalDate arrival = shifted(LocalDate.of(
                Integer.parseInt(fields[ARRIVAL_YEAR]),
                Month.valueOf(fields[ARRIVAL_MONTH].toUpperCase(Locale.ROOT)),
                Integer.parseInt(fields[ARRIVAL_DAY])));
        fields[ARRIVAL_YEAR] = Integer.toString(arrival.getYear());
        fields[ARRIVAL_MONTH] = arrival.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        fields[ARRIVAL_WEEK] = Integer.toString(arrival.get(WeekFields.SUNDAY_START.weekOfYear()));
        fields[ARRIVAL_DAY] = Integer.toString(arrival.getDayOfMonth());
    }

    /** Reservations that were cancelled before the first departure lie in the first month's file. */
    private LocalDate filed(LocalDate statusDate) {
        LocalDate first = calendar.firstMonth().atDay(1);
        return statusDate.isBefore(first) ? first : statusDate;
    }

    private LocalDate shifted(LocalDate date) {
        return calendar.shifted(date, SampleCalendar.LAST_STAY);
    }
}
