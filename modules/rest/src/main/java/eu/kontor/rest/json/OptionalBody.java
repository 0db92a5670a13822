package eu.kontor.rest.json;

import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;

/** The body of a call that needs none: absent, or as strict as every other, whatever its media type is called. */
public final class OptionalBody {

    private OptionalBody() {}

    /** @throws Refusal as for every body */
    public static <T> Optional<T> read(InputStream body, Class<T> type) {
        if (body == null) {
            return Optional.empty();
        }
        PushbackInputStream rest = new PushbackInputStream(body);
        try {
            int first = rest.read();
            if (first < 0) {
                return Optional.empty();
            }
            rest.unread(first);
        } catch (IOException e) {
            throw new Refusal(RefusalCode.BODY_UNREADABLE, "reason", Phrase.of("body-broke-off"));
        }
        return Optional.of(JsonBody.read(rest, type, JsonBody.DEFAULT_LIMIT_BYTES));
    }
}
