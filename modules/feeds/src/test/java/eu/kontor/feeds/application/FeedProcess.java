package eu.kontor.feeds.application;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.persistence.DatabaseLogins;
import eu.kontor.tenancy.persistence.RoleTransactions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.postgresql.ds.PGSimpleDataSource;

/** A node in a JVM of its own, to be killed. Says one word per batch. Arguments: database address, secret of its logins, feeds folder, slug, id. */
final class FeedProcess {

    private FeedProcess() {}

    public static void main(String[] arguments) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        DatabaseLogins logins = new DatabaseLogins(arguments[1]);
        Tenant tenant = FeedStage.tenant(new TenantId(Integer.parseInt(arguments[4])), arguments[3]);
        Transactions transactions = new RoleTransactions(database, database, logins, id -> tenant.slug(), () -> null);
        Map<String, String> settings = Map.of("kontor.feeds.dir", arguments[2], "kontor.feeds.node", "mortal");
        PostingBook book = new PostingBook(transactions, () -> System.out.println("posted"));
        FeedWorker worker = new FeedWorker(
                new FeedSettings(name -> Optional.ofNullable(settings.get(name))),
                FeedStage.only(tenant),
                transactions,
                new PostingDoors(book, FeedStage.bringers(transactions)),
                FeedStage.CLOCK);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            worker.workOff(tenant.id(), threads, () -> false);
        }
        System.out.println("ended");
    }
}
