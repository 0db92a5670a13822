package eu.kontor.membership.domain;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Policy: what is guessed first is no code. Few different digits, runs up and down, a beginning that is repeated, days of a year in any order, a
 * month of a year, and what stands in the member's own phone number.
 */
final class WeakCodes {

    private static final int DIGITS = 6;
    private static final int FEWEST_DIFFERENT = 3;
    private static final int LEAP_YEAR = 2000;

    private WeakCodes() {}

    /** @param six digits; @param phone as the member gave it, or empty */
    static boolean isWeak(String six, String phone) {
        return six.chars().distinct().count() < FEWEST_DIFFERENT
                || isRun(six, 1)
                || isRun(six, DIGITS + 3)
                || isRepeated(six)
                || isPairs(six)
                || new StringBuilder(six).reverse().toString().equals(six)
                || isDay(six)
                || isMonthOfAYear(six)
                || phone.replaceAll("[^0-9]", "").contains(six);
    }

    /** 123456 and 890123; with nine steps up 654321. */
    private static boolean isRun(String six, int step) {
        for (int i = 1; i < DIGITS; i++) {
            if ((digit(six, i - 1) + step) % 10 != digit(six, i)) {
                return false;
            }
        }
        return true;
    }

    /** 121212 and 123123. */
    private static boolean isRepeated(String six) {
        return six.equals(six.substring(0, 2).repeat(3))
                || six.equals(six.substring(0, 3).repeat(2));
    }

    /** 112233 and 224466. */
    private static boolean isPairs(String six) {
        return six.charAt(0) == six.charAt(1) && six.charAt(2) == six.charAt(3) && six.charAt(4) == six.charAt(5);
    }

    /** 240587, 052487 and 870524. */
    private static boolean isDay(String six) {
        int first = number(six, 0, 2);
        int second = number(six, 2, 4);
        int third = number(six, 4, 6);
        return isDayOfAYear(second, first) || isDayOfAYear(first, second) || isDayOfAYear(second, third);
    }

    private static boolean isDayOfAYear(int month, int day) {
        try {
            LocalDate.of(LEAP_YEAR, month, day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** 198705 and 051987. */
    private static boolean isMonthOfAYear(String six) {
        return isYear(number(six, 0, 4)) && isMonth(number(six, 4, 6))
                || isMonth(number(six, 0, 2)) && isYear(number(six, 2, 6));
    }

    private static boolean isYear(int number) {
        return number >= 1900 && number < 2100;
    }

    private static boolean isMonth(int number) {
        return number >= 1 && number <= 12;
    }

    private static int digit(String six, int place) {
        return six.charAt(place) - '0';
    }

    private static int number(String six, int from, int to) {
        return Integer.parseInt(six, from, to, 10);
    }
}
