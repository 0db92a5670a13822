package eu.kontor.feeds.application;

import eu.kontor.tenancy.api.Tenant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.component.file.FileConstants;

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
            @Header(FileConstants.FILE_ABSOLUTE_PATH) String path,
            @org.apache.camel.Body InputStream content)
            throws IOException {
        intake.found(tenant, name, name + ' ' + length + ' ' + lastModified, content);
        wake.run();
        refuseLateBytes(path == null ? null : Path.of(path), length);
    }

    /**
     * Whoever goes on writing after a file has been quiet loses nothing: it stays where it is and is taken again, whole, and what was posted
     * meanwhile is known then.
     */
    private static void refuseLateBytes(Path file, long length) throws IOException {
        if (file != null && Files.exists(file) && Files.size(file) != length) {
            throw new IOException(file.getFileName() + " was written to while it was taken; it is taken again");
        }
    }
}
