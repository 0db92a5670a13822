package eu.kontor.notification.mail;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.notification.api.MemberNotices;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;

/** Who may tell members, that it is today, and whether there is a way for mail. */
@Service
public class NoticeDesk implements MemberNotices {

    private final NoticeSender sender;
    private final NoticeFiles files;
    private final MailRoutes routes;
    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public NoticeDesk(NoticeSender sender, NoticeFiles files, MailRoutes routes, Tenants tenants, Clock clock) {
        this.sender = sender;
        this.files = files;
        this.routes = routes;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public Sent send(Caller caller) {
        caller.mustBe(Role.OPERATOR);
        if (!routes.isOpen()) {
            return new Sent(0, 0, false);
        }
        return sender.send(caller, tenants.coalition().dayOf(clock.instant()));
    }

    @Override
    public void writeDue(Caller caller, LocalDate day, Audience audience, OutputStream out) throws IOException {
        caller.mustBe(Role.OPERATOR);
        files.writeDue(caller, day, audience, out);
    }

    @Override
    public Told told(Caller caller, LocalDate toldOn, InputStream file) throws IOException {
        caller.mustBe(Role.OPERATOR);
        return files.told(caller, toldOn, file);
    }
}
