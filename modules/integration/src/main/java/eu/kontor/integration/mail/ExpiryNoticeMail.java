package eu.kontor.integration.mail;

import eu.kontor.tenancy.api.Component;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ExpiryNotices;
import eu.kontor.ledger.api.ExpiryNotices.Announcement;
import eu.kontor.ledger.api.ExpiryNotices.Undelivered;
import eu.kontor.membership.api.Addresses;
import eu.kontor.membership.api.Addresses.Address;
import eu.kontor.outbox.api.News;
import eu.kontor.outbox.api.Subscriber;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the mail of each notice, under the role of the courier of a brand where the member is a guest. Whom mail cannot reach any
 * more was not told; mail that leaves late names a later day.
 */
@Component
public class ExpiryNoticeMail implements Subscriber {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryNoticeMail.class);

    private final Addresses addresses;
    private final Tenants tenants;
    private final MailRoutes routes;
    private final ExpiryNotices notices;

    @Inject
    public ExpiryNoticeMail(Addresses addresses, Tenants tenants, MailRoutes routes, ExpiryNotices notices) {
        this.addresses = addresses;
        this.tenants = tenants;
        this.routes = routes;
        this.notices = notices;
    }

    @Override
    public String topic() {
        return ExpiryNoticeNews.TOPIC;
    }

    @Override
    public void hear(UnitOfWork unit, TenantId tenant, List<News> news) {
        Map<MemberId, Address> known =
                addresses.of(unit, news.stream().map(News::member).distinct().toList());
        ExpiryNoticeTranslator translator = new ExpiryNoticeTranslator(tenants.coalition());
        List<ExpiryNoticeNews> leaving = new ArrayList<>();
        List<Address> to = new ArrayList<>();
        List<Undelivered> undelivered = new ArrayList<>();
        for (News one : news) {
            ExpiryNoticeNews told = ExpiryNoticeNews.parse(one.payload());
            Address address = known.get(one.member());
            if (address == null) {
                LOG.warn(
                        "member {} has no address any more and was not told",
                        one.member().value());
                undelivered.add(new Undelivered(told.announcement().notice(), told.attempt()));
            } else {
                leaving.add(told);
                to.add(address);
            }
        }
        notices.notDelivered(unit, undelivered);
        List<Announcement> inForce = notices.handedOver(
                unit, leaving.stream().map(ExpiryNoticeNews::announcement).toList());
        for (int i = 0; i < inForce.size(); i++) {
            routes.send(
                    translator.letter(leaving.get(i).lapsingOn(inForce.get(i).lapsesOn()), to.get(i)));
        }
    }
}
