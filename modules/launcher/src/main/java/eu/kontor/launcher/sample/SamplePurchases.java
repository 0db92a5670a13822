package eu.kontor.launcher.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;

/** The shop's monthly files: every purchase of its customers, who all have a card. */
final class SamplePurchases {

    private final SampleCalendar calendar;
    private final List<SampleMembers.Member> members;
    private final Consumer<Earned> earned;
    private int order;

    SamplePurchases(SampleCalendar calendar, List<SampleMembers.Member> members, Consumer<Earned> earned) {
        this.calendar = calendar;
        this.members = members;
        this.earned = earned;
    }

    void write(Path folder) throws IOException {
        try (MonthlyFiles files = new MonthlyFiles(folder, SampleTenant.SHOP, "sales", "order,date,card,cds,dollars")) {
            RawData.read(RawData.PURCHASES, 0, line -> write(line.strip().split("\\s+"), files));
        }
    }

    /** Fields: number in the full data set, number in this sample, date, discs, US dollars. */
    private void write(String[] fields, MonthlyFiles files) throws IOException {
        order++;
        LocalDate date = calendar.shifted(
                LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE), SampleCalendar.LAST_PURCHASE);
        SampleMembers.Member member = members.get(Integer.parseInt(fields[1]) - 1);
        earned.accept(new Earned(SampleTenant.SHOP, member.index(), date, new BigDecimal(fields[4])));
        files.write(
                date, String.join(",", "D%05d".formatted(order), date.toString(), member.card(), fields[3], fields[4]));
    }
}
