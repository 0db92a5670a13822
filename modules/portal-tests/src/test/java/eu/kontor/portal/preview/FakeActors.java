package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Actor;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Actors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Everyone has the same number; nobody posts in the preview. */
@ApplicationScoped
public class FakeActors implements Actors {

    @Override
    public ActorId idOf(Actor actor) {
        return new ActorId(100);
    }

    @Override
    public ActorId bringing(TenantId tenant, ActorId bringer, long file, String fileName) {
        return new ActorId(101);
    }

    @Override
    public Optional<String> nameOf(Caller caller, String subject) {
        return Optional.of("Inês Prado");
    }

    @Override
    public int eraseName(Caller caller, String subject) {
        return 0;
    }
}
