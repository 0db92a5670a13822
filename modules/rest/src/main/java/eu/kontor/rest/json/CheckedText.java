package eu.kontor.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import eu.kontor.kernel.TextPolicy;
import java.io.IOException;
import java.util.OptionalInt;

/** Reads every text of every body, and none that has a character which texts do not have ({@link TextPolicy#LINE}). */
final class CheckedText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    CheckedText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        OptionalInt at = text == null ? OptionalInt.empty() : TextPolicy.LINE.forbidden(text);
        if (at.isPresent()) {
            throw new Forbidden(parser, text, at.getAsInt());
        }
        return text;
    }

    /** Knows the field's path once it has left all that it stood in. */
    static final class Forbidden extends MismatchedInputException {
        private static final long serialVersionUID = 1L;

        private final String text;
        private final int at;

        private Forbidden(JsonParser parser, String text, int at) {
            super(parser, "a character that texts do not have");
            this.text = text;
            this.at = at;
        }

        String text() {
            return text;
        }

        int at() {
            return at;
        }
    }
}
