package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.tenancy.api.AccessRefusals;
import eu.kontor.tenancy.api.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people did in the last weeks, and what some were refused. */
@ApplicationScoped
public class FakeTrail implements Trail, AccessRefusals {

    private static final int ENTRIES = 42;

    @Override
    public Page<Entry> entries(Caller caller, Wanted wanted, Optional<String> cursor, int limit) {
        List<Entry> all = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            all.add(entry(caller, i));
        }
        return new Page<>(
                all.stream()
                        .filter(entry -> wanted.action().isEmpty()
                                || wanted.action().get().equals(entry.action()))
                        .filter(entry -> wanted.person().isEmpty()
                                || entry.actorName().contains(wanted.person().get()))
                        .limit(limit)
                        .toList(),
                Optional.empty());
    }

    private static Entry entry(Caller caller, int i) {
        String action = List.of("block-card", "import-file", "change-tier", ACTION, "close-window")
                .get(i % 5);
        Map<String, String> details =
                switch (i % 5) {
                    case 0 -> Map.of("reason", "lost in a taxi");
                    case 1 -> Map.of("feed", Integer.toString(100 + i));
                    case 2 -> Map.of("from", "silver", "to", "gold");
                    case 3 -> Map.of("reason", "not-permitted", "times", "14", "hour", "2026-11-21T09:00:00Z");
                    default -> Map.of();
                };
        return new Entry(
                1_000 - i,
                PreviewWorld.NOW.minus(Duration.ofHours(5L * i + 1)),
                caller.tenant().or(() -> i % 3 == 0 ? Optional.empty() : Optional.of(PreviewWorld.CAFE)),
                "u-" + i % 4,
                List.of("Inês Prado", "Lucía Romero", "Tom Hale", "service-account-svc-cafe")
                        .get(i % 4),
                action,
                List.of("card ending 0013", "kasse-2026-10.csv", "member 17", "/api/v1/settlement/*", "2026-10")
                        .get(i % 5),
                details,
                i > 35 ? Optional.empty() : Optional.of(i % 4 == 3 ? "svc-cafe" : "portal"),
                i > 35 ? Optional.empty() : Optional.of("192.0.2." + (10 + i % 4)));
    }

    @Override
    public void writeCsv(Caller caller, Wanted wanted, OutputStream out) throws IOException {
        out.write("number,at\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> actions(Caller caller) {
        return List.of("block-card", "change-tier", "close-window", "import-file", ACTION);
    }

    @Override
    public void refused(Caller caller, String place, RefusalCode reason) {
        // the preview has no trail
    }

    @Override
    public long count() {
        return 0;
    }
}
