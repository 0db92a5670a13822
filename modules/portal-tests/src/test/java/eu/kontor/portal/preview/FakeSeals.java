package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.proof.api.Reached;
import eu.kontor.proof.api.Seals;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** One seal over everything that was invented. */
@ApplicationScoped
public class FakeSeals implements Seals {

    private static final Seal ONLY = new Seal(
            417,
            PreviewWorld.NOW.minusSeconds(20),
            12,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");

    @Override
    public long seal() {
        return 0;
    }

    @Override
    public Optional<Seal> latest() {
        return Optional.of(ONLY);
    }

    @Override
    public Optional<Seal> latest(Caller caller) {
        return latest();
    }

    @Override
    public Optional<Seal> closing(Caller caller, YearMonth window) {
        return latest();
    }

    @Override
    public Verification verify(Reached reached) {
        return new Verification(ONLY.number(), ONLY.transfers(), List.of(), 1);
    }

    @Override
    public Seal evidenceLeadsTo(Caller caller, TenantId partner, YearMonth window, Optional<Long> seal) {
        if (seal.isPresent() && seal.get() != ONLY.number()) {
            throw new Refusal(RefusalCode.SEAL_UNKNOWN);
        }
        return ONLY;
    }

    @Override
    public void writeEvidence(Caller caller, TenantId partner, YearMonth window, Optional<Long> seal, OutputStream out)
            throws IOException {
        out.write("kontor evidence 1\n".getBytes(StandardCharsets.UTF_8));
    }
}
