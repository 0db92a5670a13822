package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.proof.api.LedgerIsCoherent.Finding;
import eu.kontor.proof.api.Verifications;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** One of this morning that found a changed row; the next one takes eight looks and finds nothing. */
@ApplicationScoped
public class FakeVerifications implements Verifications {

    private static final long RULES = 16;
    private static final long LOOKS = 8;
    private static final long TRANSFERS = 96_122;

    private Optional<Outcome> latest = Optional.of(new Outcome(
            PreviewWorld.NOW.minusSeconds(9_000),
            PreviewWorld.NOW.minusSeconds(8_996),
            Optional.empty(),
            TRANSFERS,
            417,
            TRANSFERS - 20,
            List.of(
                    new Finding("seals-cover-unchanged-rows", "transfer 48213 of seal 212 was changed"),
                    new Finding(
                            "balances-equal-transfers", "member 4711, pocket 24: earned 1240, transfers say 1140"))));

    private long looks = LOOKS;

    @Override
    public synchronized Underway begin(Caller caller) {
        looks = 0;
        return new Underway(PreviewWorld.NOW, Step.COHERENCE, 0, RULES);
    }

    @Override
    public synchronized Standing standing(Caller caller) {
        if (looks >= LOOKS) {
            return new Standing(Optional.empty(), latest);
        }
        looks++;
        if (looks == LOOKS) {
            latest = Optional.of(new Outcome(
                    PreviewWorld.NOW,
                    PreviewWorld.NOW.plusSeconds(3),
                    Optional.of("Olivia"),
                    TRANSFERS,
                    417,
                    TRANSFERS,
                    List.of()));
            return new Standing(Optional.empty(), latest);
        }
        boolean rules = looks < LOOKS / 2;
        return new Standing(
                Optional.of(new Underway(
                        PreviewWorld.NOW,
                        rules ? Step.COHERENCE : Step.SEALS,
                        rules ? looks * 4 : looks * TRANSFERS / LOOKS,
                        rules ? RULES : TRANSFERS)),
                latest);
    }
}
