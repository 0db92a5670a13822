package eu.kontor.portalkit.i18n;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A date picker's own words; the names of months and days are Java's. */
public final class DayWords {

    private static final int MONTHS = 12;
    private static final int DAYS = 7;
    private static final String DAY_FORMAT = "yyyy-MM-dd";

    private DayWords() {}

    public static DatePickerI18n in(Locale language) {
        DateFormatSymbols names = DateFormatSymbols.getInstance(language);
        return new DatePickerI18n()
                .setDateFormat(DAY_FORMAT)
                .setMonthNames(first(names.getMonths(), 0, MONTHS))
                .setWeekdays(first(names.getWeekdays(), 1, DAYS))
                .setWeekdaysShort(first(names.getShortWeekdays(), 1, DAYS))
                .setFirstDayOfWeek(1)
                .setToday(Texts.of("look.day.today", language))
                .setCancel(Texts.of("look.day.cancel", language));
    }

    private static List<String> first(String[] names, int from, int count) {
        return Arrays.asList(names).subList(from, from + count);
    }
}
