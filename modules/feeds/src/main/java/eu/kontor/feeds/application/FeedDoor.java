package eu.kontor.feeds.application;

import eu.kontor.tenancy.api.Tenant;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** What a tenant's route hands its files to. */
public final class FeedDoor {

    private final FeedIntake intake;
    private final Tenant tenant;
    private final Runnable wake;

    /** @param wake says that there is work */
    FeedDoor(FeedIntake intake, Tenant tenant, Runnable wake) {
        this.intake = intake;
        this.tenant = tenant;
        this.wake = wake;
    }

    /** Called by Camel. */
    public void take(
            @Header(Exchange.FILE_NAME) String name,
            @Header(Exchange.FILE_LENGTH) long length,
            @Header(Exchange.FILE_LAST_MODIFIED) long lastModified,
            @org.apache.camel.Body InputStream content)
            throws IOException {
        intake.found(tenant, name, name + ' ' + length + ' ' + lastModified, content);
        wake.run();
    }
}
