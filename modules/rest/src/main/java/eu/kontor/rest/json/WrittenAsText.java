package eu.kontor.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads a date or a time that stands as a text and says nothing more. Jackson's own readers also take a number for days since 1970, a
 * list for year, month and day, and the day out of a moment, whatever its zone: a till that sends 20261127 would post on a day in the
 * year 57443.
 */
final class WrittenAsText<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?");

    private final Class<T> type;
    private final Pattern form;
    private final transient Function<String, T> parsed;

    private WrittenAsText(Class<T> type, Pattern form, Function<String, T> parsed) {
        super(type);
        this.type = type;
        this.form = form;
        this.parsed = parsed;
    }

    static WrittenAsText<LocalDate> date() {
        return new WrittenAsText<>(LocalDate.class, DATE, LocalDate::parse);
    }

    static WrittenAsText<LocalTime> time() {
        return new WrittenAsText<>(LocalTime.class, TIME, LocalTime::parse);
    }

    /** @return null for an empty text, as for a field that is not there */
    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getText().strip();
        if (!parser.hasToken(JsonToken.VALUE_STRING)
                || !text.isEmpty() && !form.matcher(text).matches()) {
            throw malformed(parser, text);
        }
        try {
            return text.isEmpty() ? null : parsed.apply(text);
        } catch (DateTimeParseException e) {
            throw malformed(parser, text);
        }
    }

    private InvalidFormatException malformed(JsonParser parser, String text) {
        return InvalidFormatException.from(parser, "written otherwise", text, type);
    }
}
