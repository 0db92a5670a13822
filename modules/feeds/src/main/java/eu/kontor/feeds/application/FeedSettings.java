package eu.kontor.feeds.application;

import eu.kontor.feeds.domain.UploadQuota;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * The server's settings for feeds, all below {@code kontor.feeds.}
 *
 * <ul>
 *   <li>{@code dir}: where the tenants' folders are; all nodes must share it
 *   <li>{@code node}: this node's name; the machine's when absent
 *   <li>{@code quiet-seconds}: a file in an inbox is taken when nobody has written to it for so long
 *   <li>{@code most-waiting}, {@code most-bytes-per-day}: what one tenant may hand in, see {@link UploadQuota}
 *   <li>{@code source.<slug>}: another place than the inbox to take a tenant's files from, as a Camel address such as
 *       {@code sftp://user@host/inbox?privateKeyFile=…}; the key of that machine is in {@code known_hosts} beside the tenants' folders
 * </ul>
 */
@Service
public class FeedSettings {

    static final String PREFIX = "kontor.feeds.";

    /** Longer than a pause between two writes of an export, short enough for someone who waits. */
    private static final String QUIET_SECONDS = "3";

    private final Function<String, Optional<String>> settings;

    @Inject
    public FeedSettings(Config config) {
        this(name -> config.getOptionalValue(name, String.class));
    }

    /** @param settings from the full name of a setting to its value */
    public FeedSettings(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    public Path directory() {
        return Path.of(settings.apply(PREFIX + "dir")
                        .orElseThrow(() ->
                                new IllegalStateException(PREFIX + "dir is not set: where are the feeds' folders?")))
                .toAbsolutePath();
    }

    public int quietSeconds() {
        return Integer.parseInt(settings.apply(PREFIX + "quiet-seconds").orElse(QUIET_SECONDS));
    }

    /** What one tenant may hand in. */
    public UploadQuota quota() {
        return new UploadQuota(
                settings.apply(PREFIX + "most-waiting").map(Integer::parseInt).orElse(UploadQuota.USUALLY_WAITING),
                settings.apply(PREFIX + "most-bytes-per-day")
                        .map(Long::parseLong)
                        .orElse(UploadQuota.USUAL_BYTES_PER_DAY));
    }

    public Optional<String> source(TenantSlug tenant) {
        return settings.apply(PREFIX + "source." + tenant.value());
    }

    public String node() {
        return settings.apply(PREFIX + "node").orElseGet(() -> {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return "localhost";
            }
        });
    }
}
