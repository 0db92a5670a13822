package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.retention.api.RetentionPeriods;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** All kinds but one were looked at last night. */
@ApplicationScoped
public class FakeRetention implements RetentionPeriods {

    @Override
    public List<Kept> all(Caller caller) {
        Run lastNight = new Run(PreviewWorld.NOW.minus(Duration.ofHours(6)), 12, 1_204, Optional.empty());
        return List.of(
                new Kept("audit-trail", Period.ofYears(10), true, Optional.of(lastNight)),
                new Kept("code-attempts", Period.ofMonths(1), true, Optional.of(lastNight)),
                new Kept(
                        "files",
                        Period.of(1, 6, 0),
                        false,
                        Optional.of(new Run(
                                PreviewWorld.NOW.minus(Duration.ofHours(1)),
                                0,
                                310,
                                Optional.of("the disk is read-only")))),
                new Kept("guest-notes", Period.ofYears(3), true, Optional.of(lastNight)),
                new Kept("inactive-members", Period.ofYears(6), true, Optional.empty()));
    }
}
