package eu.kontor.notification.mail;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ExpiryNotices;
import eu.kontor.ledger.api.ExpiryNotices.Announcement;
import eu.kontor.ledger.api.ExpiryNotices.Undelivered;
import eu.kontor.membership.api.Addresses;
import eu.kontor.membership.api.Addresses.Address;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.MessageHandler;
import eu.kontor.tenancy.api.Service;
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
@Service
public class ExpiryNoticeMail implements MessageHandler {

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
        return ExpiryNoticeMessage.TOPIC;
    }

    @Override
    public void handle(UnitOfWork unit, TenantId tenant, List<Message> messages) {
        Map<MemberId, Address> known = addresses.of(
                unit, messages.stream().map(Message::member).distinct().toList());
        ExpiryNoticeTranslator translator = new ExpiryNoticeTranslator(tenants.coalition());
        List<ExpiryNoticeMessage> leaving = new ArrayList<>();
        List<Address> to = new ArrayList<>();
        List<Undelivered> undelivered = new ArrayList<>();
        for (Message one : messages) {
            ExpiryNoticeMessage told = ExpiryNoticeMessage.parse(one.payload());
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
                unit, leaving.stream().map(ExpiryNoticeMessage::announcement).toList());
        for (int i = 0; i < inForce.size(); i++) {
            routes.send(
                    translator.letter(leaving.get(i).lapsingOn(inForce.get(i).lapsesOn()), to.get(i)));
        }
    }
}
