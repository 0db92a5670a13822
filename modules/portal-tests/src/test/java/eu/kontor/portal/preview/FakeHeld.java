package eu.kontor.portal.preview;

import eu.kontor.feeds.api.AwaitedFiles;
import eu.kontor.feeds.api.HeldCorrections;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Three corrections that wait, whatever is decided, and one file that did not come. */
@ApplicationScoped
public class FakeHeld implements HeldCorrections, AwaitedFiles {

    private static final String CARD = PreviewWorld.card(2).toString();

    private static final List<HeldCorrection> HELD = List.of(
            held(14, Kind.SALE, "T1-000123", Optional.of(version("15.00", Optional.empty()))),
            held(13, Kind.CALLED_OFF, "T1-000119", Optional.empty()),
            held(11, Kind.REFUND, "T1-000104", Optional.empty()));

    private static HeldCorrection held(long id, Kind kind, String reference, Optional<Version> says) {
        return new HeldCorrection(
                id,
                kind,
                "bar",
                PreviewWorld.NOW.atZone(PreviewWorld.MADRID).toLocalDate().minusDays(1),
                reference,
                38,
                "bar-2026-11-14.csv",
                7 + id,
                CARD + ",bar,15.00,EUR,2026-11-14," + reference,
                Optional.of(version("12.00", Optional.of(Points.of(120)))),
                says,
                PreviewWorld.NOW.minus(Duration.ofHours(5)));
    }

    private static Version version(String euros, Optional<Points> points) {
        return new Version(CARD, Optional.of(MoneyAmount.of(euros, "EUR")), points);
    }

    @Override
    public Page<HeldCorrection> list(Caller caller, Optional<String> cursor, int limit) {
        return new Page<>(HELD, Optional.empty());
    }

    @Override
    public long waiting(Caller caller) {
        return HELD.size();
    }

    @Override
    public List<Decision> post(Caller caller, List<Long> ids) {
        return ids.stream()
                .map(id -> new Decision(id, Outcome.POSTED, Optional.empty()))
                .toList();
    }

    @Override
    public List<Decision> discard(Caller caller, List<Long> ids) {
        return ids.stream()
                .map(id -> new Decision(id, Outcome.DISCARDED, Optional.empty()))
                .toList();
    }

    @Override
    public List<AwaitedFile> missing(Caller caller) {
        return List.of(new AwaitedFile("stays", "stays-*.csv", PreviewWorld.NOW.minus(Duration.ofHours(4))));
    }

    @Override
    public void setAside(Caller caller, String name, Instant due) {
        missing(caller);
    }

    @Override
    public List<AwaitedFile> untold(TenantId tenant) {
        return List.of();
    }

    @Override
    public void told(TenantId tenant, List<AwaitedFile> files) {
        untold(tenant);
    }
}
