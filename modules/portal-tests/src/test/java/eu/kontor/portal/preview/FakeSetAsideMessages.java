package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.outbox.api.SetAsideMessages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A purchase that no database keeps, and a notice whose mail server was away for a day. */
@ApplicationScoped
public class FakeSetAsideMessages implements SetAsideMessages {

    private final List<SetAside> messages = new ArrayList<>(List.of(
            new SetAside(
                    17,
                    PreviewWorld.CAFE,
                    "purchase-posted",
                    "3",
                    48_213,
                    PreviewWorld.NOW.minus(Duration.ofHours(26)),
                    12,
                    Why.NOT_STORABLE,
                    "unsupported Unicode escape sequence",
                    0),
            new SetAside(
                    23,
                    PreviewWorld.RESORT,
                    "expiry-notice",
                    "5",
                    48_377,
                    PreviewWorld.NOW.minus(Duration.ofHours(3)),
                    300,
                    Why.FAILED,
                    "Connection refused",
                    2)));

    @Override
    public synchronized Page<SetAside> list(Caller caller, Optional<String> cursor, int limit) {
        return new Page<>(messages, Optional.empty());
    }

    @Override
    public synchronized void tryAgain(Caller caller, long id) {
        remove(id);
    }

    @Override
    public synchronized void close(Caller caller, long id, String reason) {
        remove(id);
    }

    @Override
    public synchronized Standing standing() {
        return new Standing(messages.size(), Duration.ofHours(26), 0);
    }

    private void remove(long id) {
        if (!messages.removeIf(message -> message.id() == id)) {
            throw new Refusal(RefusalCode.MESSAGE_UNKNOWN);
        }
    }
}
