package eu.kontor.ledger.persistence;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;

/** The last row of a page, as an opaque text: the next page begins after it. */
record Cursor(LocalDate day, long number) {

    String text() {
        String plain = day.toEpochDay() + ":" + number;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws Refusal {@code CURSOR_INVALID} */
    static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int colon = plain.indexOf(':');
            return new Cursor(
                    LocalDate.ofEpochDay(Long.parseLong(plain.substring(0, Math.max(colon, 0)))),
                    Long.parseLong(plain.substring(colon + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Refusal(RefusalCode.CURSOR_INVALID);
        }
    }
}
