package eu.kontor.ledger.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Actor;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Actors;
import eu.kontor.ledger.persistence.ActorRows;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers the numbers of who was here lately; others are asked for, and written when they come for the first time. */
@Service
public class KnownActors implements Actors {

    /** A few hundred bytes each; a coalition's people, machines and the files of a week. */
    private static final int MOST_REMEMBERED = 20_000;

    /** Another server that adds the same one has committed by then. */
    private static final int MOST_TRIES = 3;

    /** The files that lie in a tenant's folder, and who knows who put them there. */
    private static final String INBOX = "inbox";

    private final Transactions transactions;
    private final Audit audit;
    private final Map<Actor, ActorId> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Actor, ActorId> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    @Inject
    public KnownActors(Transactions transactions, Audit audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public ActorId idOf(Actor actor) {
        synchronized (remembered) {
            ActorId known = remembered.get(actor);
            if (known != null) {
                return known;
            }
        }
        return ask(actor, actor)
                .or(() -> ask(actor.atNoTill(), actor))
                .orElseThrow(() -> new IllegalStateException("no actor"));
    }

    /** @param meant who gets its number, too: a client that has too many tills is not asked about the same one for every posting */
    private Optional<ActorId> ask(Actor actor, Actor meant) {
        Optional<ActorId> found = Optional.empty();
        for (int tries = 0; tries < MOST_TRIES && found.isEmpty(); tries++) {
            found = transactions.asPoster(unit -> ask(unit, actor, meant));
        }
        return found;
    }

    /** Remembered when it is committed: a number that was rolled back is nobody's. */
    private Optional<ActorId> ask(UnitOfWork unit, Actor actor, Actor meant) {
        Optional<ActorId> found = new ActorRows(unit.jdbi()).knownOrAdded(actor);
        found.ifPresent(id -> unit.afterCommit(() -> {
            synchronized (remembered) {
                remembered.put(actor, id);
                remembered.put(meant, id);
            }
        }));
        return found;
    }

    @Override
    public ActorId bringing(TenantId tenant, ActorId bringer, long file, String fileName) {
        Actor by = bringer.isKnown()
                ? transactions
                        .<Optional<Actor>>asPoster(unit -> new ActorRows(unit.jdbi()).find(bringer))
                        .orElseThrow(() -> new IllegalStateException("nobody is actor " + bringer.number()))
                : Actor.system(tenant, INBOX);
        return idOf(by.bringing(file, fileName));
    }

    @Override
    public Optional<String> nameOf(Caller caller, String subject) {
        Transactions.Work<Optional<String>> work = unit -> new ActorRows(unit.jdbi()).nameOf(subject);
        if (caller.tenant().isPresent()) {
            return transactions.asTenant(caller.tenant().get(), work);
        }
        caller.mustBe(Role.OPERATOR);
        return transactions.asOperator(work);
    }

    @Override
    public int eraseName(Caller caller, String subject) {
        caller.mustBe(Role.OPERATOR, Role.ADMIN);
        int erased = transactions.asOperator(unit -> {
            int names = new ActorRows(unit.jdbi()).eraseName(caller.tenant(), subject);
            audit.record(unit, caller, "erase-name", "person " + subject, Map.of("actors", Integer.toString(names)));
            return names;
        });
        synchronized (remembered) {
            remembered.keySet().removeIf(actor -> actor.subject().equals(subject));
        }
        return erased;
    }
}
