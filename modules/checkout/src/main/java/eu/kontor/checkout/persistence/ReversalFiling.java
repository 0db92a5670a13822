package eu.kontor.checkout.persistence;

import eu.kontor.tenancy.api.Component;
import eu.kontor.checkout.api.PurchaseNews;
import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.News;
import eu.kontor.outbox.api.Subscriber;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.List;

/** Files which purchases were reversed in their tenant's schema. */
@Component
public class ReversalFiling implements Subscriber {

    private final NewsFiling filing = new NewsFiling("file-reversals");

    @Override
    public String topic() {
        return PurchaseNews.REVERSED;
    }

    @Override
    public void hear(UnitOfWork unit, TenantId tenant, List<News> news) {
        filing.file(unit, news);
    }
}
