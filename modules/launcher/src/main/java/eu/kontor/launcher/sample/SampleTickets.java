package eu.kontor.launcher.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The café's monthly files: every ticket's items as the till wrote them, a part of the tickets with a card. */
final class SampleTickets {

    private static final long SEED = 9_531L;
    private static final double WITH_CARD = 0.4;

    /** Who lives or works nearby. */
    private static final int REGULARS = 600;

    /** Less than the cheapest thing on the price list, so that the sample never redeems what was not earned. */
    private static final BigDecimal LEAST_PER_ITEM = new BigDecimal("0.50");

    private final SampleCalendar calendar;
    private final CardShare cards;
    private final Consumer<Earned> earned;
    private String ticket = "";
    private SampleMembers.Member guest;

    SampleTickets(SampleCalendar calendar, List<SampleMembers.Member> members, Consumer<Earned> earned) {
        this.calendar = calendar;
        this.cards = new CardShare(SEED, members.subList(0, REGULARS), WITH_CARD);
        this.earned = earned;
    }

    void write(Path folder) throws IOException {
        try (MonthlyFiles files =
                new MonthlyFiles(folder, SampleTenant.CAFE, "tickets", "Date,Time,Transaction,Item,card")) {
            RawData.read(RawData.TICKETS, 1, line -> {
                String[] fields = line.split(",", -1);
                if (!fields[2].equals(ticket)) {
                    ticket = fields[2];
                    guest = cards.next().orElse(null);
                }
                write(fields, files);
            });
        }
    }

    private void write(String[] fields, MonthlyFiles files) throws IOException {
        LocalDate date = calendar.shifted(LocalDate.parse(fields[0]), SampleCalendar.LAST_TICKET);
        if (guest != null && !fields[3].equals("NONE") && !fields[3].equals("Adjustment")) {
            earned.accept(new Earned(SampleTenant.CAFE, guest.index(), date, LEAST_PER_ITEM));
        }
        String card = guest == null ? "" : guest.card();
        files.write(date, String.join(",", date.toString(), fields[1], fields[2], fields[3], card));
    }
}
