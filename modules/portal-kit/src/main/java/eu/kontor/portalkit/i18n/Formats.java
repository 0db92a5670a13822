package eu.kontor.portalkit.i18n;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.WrittenFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How numbers, money and dates are written in one language: points without decimals, money with its currency, dates as people
 * say them.
 */
public final class Formats {

    private static final Map<Locale, Formats> BY_LANGUAGE = new ConcurrentHashMap<>();
    /** A true minus sign lines up with plus and digits. */
    private static final String MINUS = "−";
    /** Keeps a number and its currency on one line. */
    private static final char NO_BREAK_SPACE = '\u00a0';

    private final Locale language;
    private final WrittenFigures figures;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayWithoutYear;
    private final DateTimeFormatter longDay;
    private final DateTimeFormatter shortMonth;
    private final DateTimeFormatter exact;
    private final DateTimeFormatter time;

    private Formats(Locale language) {
        this.language = language;
        this.figures = WrittenFigures.in(language);
        boolean chinese = "zh".equals(language.getLanguage());
        boolean spanish = "es".equals(language.getLanguage());
        this.day = pattern(chinese ? "y年M月d日" : "d MMM y");
        this.dayWithoutYear = pattern(chinese ? "M月d日" : "d MMM");
        this.longDay = pattern(chinese ? "y年M月d日" : spanish ? "d 'de' MMMM 'de' y" : "d MMMM y");
        this.shortMonth = pattern(chinese ? "M月" : "MMM");
        this.exact = pattern(
                chinese
                        ? "y年M月d日 EEEE HH:mm:ss"
                        : spanish ? "EEEE, d 'de' MMMM 'de' y, HH:mm:ss" : "EEEE d MMMM y, HH:mm:ss");
        this.time = pattern("HH:mm");
    }

    /** The formats of a language; the nearest that the portal speaks. */
    public static Formats in(Locale language) {
        Locale spoken = Languages.nearest(language).orElse(Languages.ENGLISH);
        return BY_LANGUAGE.computeIfAbsent(spoken, Formats::new);
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language);
    }

    /** {@code 1,240}; grouped from four digits on in every language, so that columns line up. */
    public String points(Points points) {
        return count(points.value());
    }

    /** {@code +1,240} or {@code −1,240}. */
    public String signedPoints(long points) {
        return points == 0 ? "0" : (points > 0 ? "+" : MINUS) + count(Math.abs(points));
    }

    public String count(long number) {
        return figures.count(number);
    }

    /**
     * {@code €12.40}, in Spanish {@code 12,40 €}; {@code 12.40 USD} where several currencies share a sign, as dollars and pesos do.
     */
    public String money(MoneyAmount money) {
        return (money.amount().signum() < 0 ? MINUS : "") + unsigned(money);
    }

    /** {@code +€12.40} or {@code −€12.40}, for what is received or paid. */
    public String signedMoney(MoneyAmount money) {
        return (money.amount().signum() > 0 ? "+" : "") + money(money);
    }

    /** {@code €12.40} of an amount that another word says is received or paid. */
    public String unsigned(MoneyAmount money) {
        return money(money.amount().abs(), money.currency());
    }

    /** {@code €0.012}: a price with the decimals it has, not negative. */
    public String money(BigDecimal price, Currency currency) {
        return figures.money(price, currency);
    }

    /** {@code €}, or {@code USD} where several currencies share a sign. */
    public String sign(Currency currency) {
        return figures.sign(currency);
    }

    /** An amount with the decimals it has. */
    public String amount(BigDecimal amount) {
        return figures.amount(amount);
    }

    /** {@code +12 %} against a value before; an en dash where there was nothing to compare with. */
    public String change(long now, long before) {
        if (before == 0) {
            return "–";
        }
        BigDecimal percent = BigDecimal.valueOf(now - before)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(Math.abs(before)), 0, RoundingMode.HALF_UP);
        String sign = percent.signum() > 0 ? "+" : percent.signum() < 0 ? MINUS : "±";
        String space = "es".equals(language.getLanguage()) ? String.valueOf(NO_BREAK_SPACE) : "";
        return sign + count(percent.abs().longValueExact()) + space + "%";
    }

    /** {@code 4 Oct 2026}. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** {@code today}, {@code yesterday}, {@code 4 Oct} in this year, {@code 4 Oct 2025} else. */
    public String dayNear(LocalDate date, LocalDate today) {
        long ago = ChronoUnit.DAYS.between(date, today);
        if (ago == 0) {
            return Texts.of("look.today", language);
        }
        if (ago == 1) {
            return Texts.of("look.yesterday", language);
        }
        return date.getYear() == today.getYear() ? dayWithoutYear.format(date) : day.format(date);
    }

    /** {@code 3 minutes ago} within the hour, {@code today, 14:05} within the day, else the day and the time. */
    public String momentNear(Instant moment, Instant now, ZoneId zone) {
        long minutes = Duration.between(moment, now).toMinutes();
        if (minutes >= 0 && minutes < 1) {
            return Texts.of("look.justNow", language);
        }
        if (minutes > 0 && minutes < 60) {
            return Texts.counted("look.minutesAgo", minutes, language);
        }
        var local = moment.atZone(zone);
        return Texts.of(
                "look.dayAndTime",
                language,
                dayNear(local.toLocalDate(), now.atZone(zone).toLocalDate()),
                time.format(local));
    }

    /** Date, time with seconds and zone, for a hover. */
    public String exactly(Instant moment, ZoneId zone) {
        return exact.format(moment.atZone(zone)) + ' ' + zone.getId();
    }

    /** {@code 31 October 2026, 23:59}. */
    public String minute(LocalDateTime minute) {
        return Texts.of("look.dayAndTime", language, longDay.format(minute), time.format(minute));
    }

    public String time(LocalTime moment) {
        return time.format(moment);
    }

    /** {@code October 2026}. */
    public String month(YearMonth window) {
        return figures.month(window);
    }

    /** {@code Oct}, for an axis. */
    public String shortMonth(YearMonth window) {
        return shortMonth.format(window.atDay(1));
    }
}
