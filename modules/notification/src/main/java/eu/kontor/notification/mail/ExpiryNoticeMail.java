package eu.kontor.notification.mail;

import eu.kontor.expiry.api.ExpiryNotices;
import eu.kontor.expiry.api.ExpiryNotices.Undelivered;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.Addresses;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.OutwardHandler;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the mail of each notice, under the relay role of a brand where the member is a guest. Whom mail cannot reach any more was not
 * told; mail that leaves late names a later day. What left and was not written down leaves again under the same name: the days of notice
 * count from the last time.
 */
@Service
public class ExpiryNoticeMail implements OutwardHandler<ExpiryNoticeMail.Leaving> {

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

    /** @param letter empty when the member has no address any more */
    record Leaving(ExpiryNoticeMessage notice, Optional<Letter> letter) {}

    @Override
    public String topic() {
        return ExpiryNoticeMessage.TOPIC;
    }

    /** Each notice is about points of its own, and says its own day. */
    @Override
    public boolean mayBeOvertaken() {
        return true;
    }

    @Override
    public Leaving prepare(UnitOfWork unit, TenantId tenant, Message message) {
        ExpiryNoticeMessage recorded = ExpiryNoticeMessage.parse(message.payload());
        ExpiryNoticeMessage today = recorded.expiringOn(
                notices.ifItLeftToday(recorded.announcement()).expiresOn());
        ExpiryNoticeTranslator translator = new ExpiryNoticeTranslator(tenants.coalition());
        return new Leaving(
                recorded,
                Optional.ofNullable(
                                addresses.of(unit, List.of(message.member())).get(message.member()))
                        .map(address -> translator.letter(today, address)));
    }

    @Override
    public void send(Leaving mail) {
        mail.letter().ifPresent(routes::send);
    }

    @Override
    public void conclude(UnitOfWork unit, TenantId tenant, Leaving mail) {
        ExpiryNoticeMessage notice = mail.notice();
        if (mail.letter().isPresent()) {
            notices.handedOver(unit, List.of(notice.announcement()));
        } else {
            LOG.warn("The member of notice {} has no address any more and was not told", notice.key());
            notices.notDelivered(
                    unit, List.of(new Undelivered(notice.announcement().notice(), notice.attempt())));
        }
    }
}
