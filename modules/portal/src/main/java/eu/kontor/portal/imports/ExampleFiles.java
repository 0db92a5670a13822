package eu.kontor.portal.imports;

import eu.kontor.kernel.CardNumber;
import eu.kontor.tenancy.api.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * Example files in the layouts that imports know, with the brand's own outlet and currency, so that they can be filled in and
 * dropped. Their card is in order but was never issued: dropped as they are, they are refused line by line and post nothing.
 */
public final class ExampleFiles {

    /** The layouts in the order in which they are explained. */
    public static final List<String> LAYOUTS =
            List.of("purchases", "redemptions", "hotel-stays", "tickets", "item-lines");

    /** Cards are issued from serial number 1 on; all nines are never reached. */
    private static final int SERIAL_DIGITS_BASE = 10;

    private ExampleFiles() {}

    /** The columns of a layout, those that may be missing last. */
    public static List<String> columns(String layout) {
        return switch (layout) {
            case "redemptions" -> List.of("card", "outlet", "points", "business_date", "reference");
            case "hotel-stays" ->
                List.of(
                        "card",
                        "outlet",
                        "currency",
                        "status",
                        "departure_date",
                        "rate",
                        "weekend_nights",
                        "week_nights",
                        "reference",
                        "category");
            case "tickets" -> List.of("card", "outlet", "currency", "date", "ticket", "item", "time", "quantity");
            case "item-lines" ->
                List.of("card", "outlet", "currency", "date", "ticket", "item", "quantity", "amount", "line_kind");
            default ->
                List.of(
                        "card",
                        "outlet",
                        "amount",
                        "currency",
                        "business_date",
                        "reference",
                        "business_time",
                        "sku",
                        "category",
                        "quantity");
        };
    }

    /** @param cardPrefix of the coalition */
    public static byte[] content(String layout, Tenant tenant, String cardPrefix, LocalDate yesterday) {
        String card = unissued(cardPrefix).value();
        String outlet =
                tenant.outlets().isEmpty() ? "" : tenant.outlets().getFirst().code();
        String currency = tenant.currencies().getFirst().getCurrencyCode();
        String head = card + "," + outlet;
        List<String> lines = lines(layout, head, currency, yesterday.toString());
        String text = String.join(",", columns(layout)) + "\r\n" + String.join("\r\n", lines) + "\r\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @param head card and outlet, with which every line begins */
    private static List<String> lines(String layout, String head, String currency, String day) {
        return switch (layout) {
            case "redemptions" -> List.of(String.join(",", head, "500", day, "R-1001"));
            case "hotel-stays" ->
                List.of(
                        String.join(",", head, currency, "Check-Out", day, "95.50", "2", "1", "F-2001", ""),
                        String.join(",", head, currency, "Canceled", day, "95.50", "0", "3", "F-2002", ""));
            case "tickets" ->
                List.of(
                        String.join(",", head, currency, day, "3001", "Coffee", "09:58", "2"),
                        String.join(",", head, currency, day, "3001", "Bread", "09:58", "1"));
            case "item-lines" ->
                List.of(
                        String.join(",", head, currency, day, "4001", "Coffee", "2", "5.20", "sale"),
                        String.join(",", head, currency, day, "4001", "Bread", "1", "3.20", "sale"),
                        String.join(",", head, currency, day, "4001", "Bread", "1", "3.20", "return"));
            default ->
                List.of(
                        String.join(",", head, "12.40", currency, day, "T-1001", "14:05", "", "", ""),
                        String.join(",", head, "7.95", currency, day, "T-1002", "", "", "", ""));
        };
    }

    static CardNumber unissued(String cardPrefix) {
        long above = 1;
        for (int i = cardPrefix.length(); i < CardNumber.DIGITS - 1; i++) {
            above *= SERIAL_DIGITS_BASE;
        }
        return CardNumber.issue(cardPrefix, above - 1);
    }
}
