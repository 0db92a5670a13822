package eu.kontor.outbox.persistence;

import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.SetAsideMessages.SetAside;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.List;
import java.util.Optional;

/** Messages that are set aside, under the operator's role. */
@Service
public class SetAsideTable {

    private static final String PAGE = SqlFile.read("outbox/set-aside-page");
    private static final String STANDING = SqlFile.read("outbox/standing");
    private static final String TOPIC = SqlFile.read("outbox/topic-of");
    private static final String TRY_AGAIN = SqlFile.read("outbox/try-again");
    private static final String CLOSE = SqlFile.read("outbox/close");

    /** What was set aside and no longer is. */
    public record Taken(TenantId tenant, String topic, String key, long reference, String payload) {}

    /** @param oldestSeconds zero when there is none */
    public record Counted(long setAside, long oldestSeconds, long triedAgain) {}

    public List<SetAside> page(UnitOfWork unit, long after, int limit) {
        return unit.jdbi()
                .createQuery(PAGE)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(SetAside.class)
                .list();
    }

    public Counted count(UnitOfWork unit) {
        return unit.jdbi().createQuery(STANDING).mapTo(Counted.class).one();
    }

    /** Empty when no such message is set aside. */
    public Optional<String> topicOf(UnitOfWork unit, long id) {
        return unit.jdbi().createQuery(TOPIC).bind("id", id).mapTo(String.class).findOne();
    }

    /** @param attempts that count as begun */
    public Optional<Taken> tryAgain(UnitOfWork unit, long id, int attempts) {
        return unit.jdbi()
                .createQuery(TRY_AGAIN)
                .bind("id", id)
                .bind("attempts", attempts)
                .mapTo(Taken.class)
                .findOne();
    }

    public Optional<Taken> close(UnitOfWork unit, long id) {
        return unit.jdbi().createQuery(CLOSE).bind("id", id).mapTo(Taken.class).findOne();
    }
}
