package eu.kontor.checkout.persistence;

import eu.kontor.tenancy.api.Component;
import eu.kontor.checkout.api.PurchaseNews;
import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.News;
import eu.kontor.outbox.api.Subscriber;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.List;

/** Files posted purchases in their tenant's schema. */
@Component
public class PurchaseFiling implements Subscriber {

    private final NewsFiling filing = new NewsFiling("file-purchases");

    @Override
    public String topic() {
        return PurchaseNews.POSTED;
    }

    @Override
    public void hear(UnitOfWork unit, TenantId tenant, List<News> news) {
        filing.file(unit, news);
    }
}
