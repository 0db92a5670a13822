package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.trust.api.Signal;
import eu.kontor.trust.api.SignalDesk;
import eu.kontor.trust.api.SignalKind;
import eu.kontor.trust.api.SignalState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What looks like fraud in the preview: one of each kind. */
@ApplicationScoped
public class FakeSignals implements SignalDesk {

    private final List<SignalRow> signals = new ArrayList<>();

    public FakeSignals() {
        SignalKind[] kinds = SignalKind.values();
        for (int i = 0; i < kinds.length; i++) {
            SignalState state = i < 4 ? SignalState.NEW : SignalState.values()[i % SignalState.values().length];
            signals.add(new SignalRow(
                    kinds.length - i,
                    i % 5 == 4 ? Optional.empty() : Optional.of(PreviewWorld.CAFE),
                    kinds[i],
                    about(i),
                    state,
                    List.of(new Fact(
                            PreviewWorld.NOW.minus(Duration.ofHours(3L * i + 2)),
                            Map.of("points", "500", "outlet", "counter", "purchase", "1z-4gk" + i))),
                    1 + i * 3,
                    PreviewWorld.NOW.minus(Duration.ofHours(3L * i + 2)),
                    PreviewWorld.NOW.minus(Duration.ofHours(3L * i + 1)),
                    state.isClosed() ? Optional.of("Spoke with the person: a birthday present.") : Optional.empty(),
                    state == SignalState.NEW ? Optional.empty() : Optional.of("Lucía Romero"),
                    state == SignalState.NEW ? Optional.empty() : Optional.of(PreviewWorld.NOW),
                    0));
        }
    }

    private static Signal.About about(int i) {
        return switch (i % 4) {
            case 0 -> Signal.About.person("5f0c7a52-8f0e-4a51-9d3b-0f7a4d6f4a11");
            case 1 -> Signal.About.member(new MemberId(3));
            case 2 -> Signal.About.client("svc-cafe-lumbre");
            default -> Signal.About.outlet("counter");
        };
    }

    @Override
    public Page<SignalRow> list(Caller caller, Wanted wanted, Optional<String> cursor, int limit) {
        return new Page<>(
                signals.stream()
                        .filter(row ->
                                wanted.state().isEmpty() || wanted.state().get() == row.state())
                        .filter(row -> wanted.kind().isEmpty() || wanted.kind().get() == row.kind())
                        .limit(limit)
                        .toList(),
                Optional.empty());
    }

    @Override
    public SignalRow get(Caller caller, long signal) {
        return signals.stream()
                .filter(row -> row.id() == signal)
                .findFirst()
                .orElseThrow(() -> new Refusal(RefusalCode.SIGNAL_UNKNOWN, "id", signal));
    }

    @Override
    public SignalRow change(Caller caller, long signal, int version, SignalState state, String note) {
        if (state.isClosed() && note.isBlank()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", "note");
        }
        SignalRow row = get(caller, signal);
        SignalRow changed = new SignalRow(
                row.id(),
                row.tenant(),
                row.kind(),
                row.about(),
                state,
                row.facts(),
                row.times(),
                row.firstAt(),
                row.lastAt(),
                Optional.of(note),
                Optional.of(caller.name()),
                Optional.of(PreviewWorld.NOW),
                version + 1);
        signals.set(signals.indexOf(row), changed);
        return changed;
    }

    @Override
    public Map<SignalState, Long> counts(Caller caller) {
        return signals.stream().collect(Collectors.groupingBy(SignalRow::state, Collectors.counting()));
    }
}
