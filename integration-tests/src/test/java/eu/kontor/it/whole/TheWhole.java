package eu.kontor.it.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.launcher.Installation;
import eu.kontor.launcher.LocalSystem;
import eu.kontor.launcher.ServiceTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One running coalition for every test of the run: PostgreSQL, Keycloak and Open Liberty are started once, by the first test that needs
 * them. It has the sample's brands and people, and no transactions but those of the tests.
 *
 * <p>Its server believes that it is the 20th of last month; {@link #goToThisMonth} starts it again on the 2nd of this one, so that the
 * month in which the tests' guests were served can be closed. Tests that post take their dates from {@link #today}.
 */
public final class TheWhole {

    /** The first settlement window: the month in which the tests' guests are served. */
    public static final YearMonth MONTH =
            YearMonth.from(Clock.systemUTC().instant().atZone(ZoneOffset.UTC)).minusMonths(1);

    private static final int SERVICE_DAY = 20;
    private static final int CLOSING_DAY = 2;
    private static final Path HOME = Path.of("target", "whole");

    /** Four tenants are provisioned, by a server that has just started, on a machine that may be busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String VERIFICATION = "/operations/ledger/verification";
    private static final Duration VERIFIED_WITHIN = Duration.ofMinutes(2);

    private static TheWhole only;

    /** Why it did not start: every further attempt would cost a minute and fail likewise. */
    private static RuntimeException failure;

    private final HttpClient http = HttpClient.newHttpClient();
    private LocalSystem system;
    private LocalDate today = MONTH.atDay(SERVICE_DAY);

    private TheWhole() {
        Path configuration = HOME.resolveSibling("whole-tenant-config");
        copyConfiguration(configuration);
        system = LocalSystem.forTests(HOME, configuration, noonOf(today));
        send("POST", "/operations/configuration");
    }

    /** Started by who asks first, stopped with the tests' process. */
    public static synchronized TheWhole running() {
        if (failure != null) {
            throw new IllegalStateException("the whole did not start for the first test that needed it", failure);
        }
        if (only == null) {
            only = start();
        }
        return only;
    }

    private static TheWhole start() {
        try {
            return new TheWhole();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    /** @return empty while no test has needed it */
    static synchronized Optional<TheWhole> ifRunning() {
        return Optional.ofNullable(only);
    }

    /** Its processes and where they listen. */
    public LocalSystem system() {
        return system;
    }

    /** Portal and API, without a slash at the end. */
    public String address() {
        return system.installation().portalUrl();
    }

    /** Access tokens of its service accounts. */
    public ServiceTokens tokens() {
        return ServiceTokens.of(system.installation());
    }

    /** The day that the server believes it is, in UTC. */
    public LocalDate today() {
        return today;
    }

    /**
     * Changes a file of the configuration, such as {@code coalition.yaml}, and has it applied.
     *
     * @return puts the file back as it was, and has that applied
     */
    public Runnable configure(String file, UnaryOperator<String> change) {
        Path path = system.installation().tenantConfiguration().resolve(file);
        try {
            String before = Files.readString(path);
            write(path, change.apply(before));
            return () -> write(path, before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        send("POST", "/operations/configuration");
    }

    /** Starts the server again with a clock in the month after {@link #MONTH}. */
    public void goToThisMonth() {
        today = MONTH.plusMonths(1).atDay(CLOSING_DAY);
        Installation before = system.installation();
        system = new LocalSystem(new Installation(
                before.checkout(),
                before.home(),
                before.ports(),
                before.size(),
                before.tenantConfiguration(),
                noonOf(today).toString()));
        system.restartServer();
    }

    /** The verdict of the checker that recomputes the whole ledger, as the operator reads it. */
    JsonNode coherence() {
        return json(send("GET", "/operations/ledger/coherence"));
    }

    /** What a verification of coherence and seals finds that begins now. */
    public JsonNode verification() throws Exception {
        JsonNode begun = json(send("POST", VERIFICATION));
        Await.until("the ledger to be verified", VERIFIED_WITHIN, () -> latestVerification()
                .path("beganAt")
                .equals(begun.path("beganAt")));
        return latestVerification();
    }

    private JsonNode latestVerification() {
        return json(send("GET", VERIFICATION)).path("latest");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + text, e);
        }
    }

    private String send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens().forOperator())
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 && answer.statusCode() != 202) {
                throw new IllegalStateException(path + " was refused: " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Instant noonOf(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    /** The sample's configuration, beginning with the month of the tests. */
    private static void copyConfiguration(Path copy) {
        Path source = Installation.findCheckout().resolve("tenant-config");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = copy.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.writeString(
                            target,
                            Files.readString(file)
                                    .replaceAll("(?m)^firstWindow:.*$", "firstWindow: \"" + MONTH + "\""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
