package eu.kontor.feeds.application;

import eu.kontor.feeds.persistence.FeedFile;
import eu.kontor.feeds.persistence.FeedFiles;
import eu.kontor.kernel.Caller;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Actors;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;

/** Who brought a file: remembered with the file when it is taken in, and with everything that is posted from it. */
@Service
public class FileBringers {

    private final Transactions transactions;
    private final Actors actors;
    private final FeedFiles files = new FeedFiles();

    @Inject
    public FileBringers(Transactions transactions, Actors actors) {
        this.transactions = transactions;
        this.actors = actors;
    }

    /** To be asked before the file is registered. */
    ActorId idOf(Caller caller) {
        return actors.idOf(caller);
    }

    void brought(UnitOfWork unit, FeedFile feed, ActorId by) {
        files.brought(unit, feed, by.number());
    }

    /** Of a file that nobody handed in, such as one from the inbox, it is the inbox. */
    ActorId actorOf(FeedFile feed) {
        ActorId by = new ActorId(transactions.asTenant(feed.tenant(), unit -> files.broughtBy(unit, feed)));
        return actors.bringing(feed.tenant(), by, feed.id(), feed.fileName());
    }
}
