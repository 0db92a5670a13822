package eu.kontor.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.launcher.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every call of the OpenAPI document, with a token and without, and every other door of the server: pages, files, health, Liberty's own. */
class EveryAnswerCarriesItsHeadersTest {

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=(), usb=()");

    private static final List<String> NEVER = List.of(
            "Server",
            "X-Powered-By",
            "Access-Control-Allow-Origin",
            "Access-Control-Allow-Credentials",
            "Access-Control-Allow-Headers",
            "Access-Control-Allow-Methods");

    /** What a trace, or a name out of the server's inside, looks like. */
    private static final String INSIDE =
            "(?s).*(\\.java:\\d|Exception:|\\bat (eu\\.kontor|com\\.ibm|io\\.openliberty|org\\.|java\\.)).*";

    /** Open Liberty's messages; only its own applications, which sign people in, still show them. */
    private static final String MESSAGE = "(?s).*\\b(SRVE|CWWK|CWOAU|RESTEASY)[A-Z]*\\d{4}.*";

    private static final List<String> LIBERTYS_OWN = List.of("/oidcclient/", "/jwt/");

    private static final List<String> OTHER_DOORS = List.of(
            "/",
            "/front-desk",
            "/settlement/2026-01",
            "/nowhere",
            "/%2e%2e/WEB-INF/web.xml",
            "/WEB-INF/web.xml",
            "/META-INF/beans.xml",
            "/kontor/kontor.css",
            "/kontor/nothing.css",
            "/VAADIN/nothing.js",
            "/sign-out",
            "/api/failure",
            "/j_security_check",
            "/openapi",
            "/openapi/ui/",
            "/health",
            "/health/live",
            "/health/ready",
            "/health/started",
            "/metrics",
            "/metrics?scope=application",
            "/ibm/api/",
            "/IBMJMXConnectorREST/",
            "/oidcclient/redirect/kontor-portal",
            "/oidcclient/redirect/nobody?code=x&state=y",
            "/oidcclient/backchannel_logout/kontor-portal",
            "/jwt/",
            "/api",
            "/api/",
            "/api/v1/nothing",
            "/api/v1/%00");

    private final RunningKontor kontor = RunningKontor.get();
    private final Installation installation = kontor.system().installation();
    private final String open = "http://127.0.0.1:" + installation.ports().http();
    private final String management = "http://127.0.0.1:" + installation.ports().management();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestFactory
    Stream<DynamicTest> of_every_call_of_the_api() {
        JsonNode document = kontor.call("GET", "/openapi?format=json")
                .header("Accept", "application/json")
                .send()
                .mustBe(200)
                .json();
        List<DynamicTest> tests = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String method = operation.getKey().toUpperCase(Locale.ROOT);
                    String address = open + path.getKey().replaceAll("\\{[^}]*}", "x");
                    tests.add(test(method, address, ""));
                    if (method.equals("GET")) {
                        tests.add(test(method, address, kontor.operator()));
                        tests.add(test(method, address, kontor.token(RunningKontor.CAFE)));
                    }
                }));
        assertThat(tests).hasSizeGreaterThan(50);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> of_every_other_door() {
        return OTHER_DOORS.stream().flatMap(path -> Stream.of("GET", "POST", "OPTIONS", "TRACE")
                .map(method -> test(method, open + path, "")));
    }

    @TestFactory
    Stream<DynamicTest> of_the_management_port() {
        return Stream.of(
                        "/health",
                        "/health/live",
                        "/health/ready",
                        "/metrics",
                        "/metrics?scope=base",
                        "/front-desk",
                        "/api/v1/nothing")
                .map(path -> test("GET", management + path, ""));
    }

    @Test
    void metrics_and_what_health_knows_are_on_the_management_port_alone() throws Exception {
        assertThat(send("GET", management + "/metrics", "").body()).contains("kontor_purchases_total");
        assertThat(send("GET", management + "/health", "").body()).contains("\"migrations\"");
        for (String path :
                List.of("/metrics", "/metrics/application", "/health", "/health/started", "/ibm/api/config")) {
            HttpResponse<String> answer = send("GET", open + path, "");
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).doesNotContain("kontor_purchases", "migrations");
        }
        assertThat(send("GET", management + "/front-desk", "").statusCode()).isEqualTo(404);
    }

    @Test
    void naming_the_management_port_on_the_public_one_opens_nothing() throws Exception {
        String host = "localhost:" + installation.ports().management();
        for (String header : List.of(
                "Host: " + host,
                "Host: localhost\r\n$WSSP: " + installation.ports().management())) {
            assertThat(LiteralRequest.answer(
                            installation.ports().http(),
                            "GET /metrics HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n"))
                    .as(header)
                    .doesNotContain("kontor_purchases");
        }
    }

    @Test
    void plain_health_is_open_and_says_one_word() throws Exception {
        for (String path : List.of("/health/live", "/health/ready")) {
            HttpResponse<String> answer = send("GET", open + path, "");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    private DynamicTest test(String method, String address, String token) {
        String name =
                method + " " + address.replaceFirst("http://[^/]*", "") + (token.isEmpty() ? "" : " with a token");
        return DynamicTest.dynamicTest(name, () -> check(address, send(method, address, token)));
    }

    private void check(String address, HttpResponse<String> answer) {
        ALWAYS.forEach((header, value) ->
                assertThat(answer.headers().allValues(header)).as(header).containsExactly(value));
        for (String header : NEVER) {
            assertThat(answer.headers().allValues(header)).as(header).isEmpty();
        }
        List<String> policies = answer.headers().allValues("Content-Security-Policy");
        assertThat(policies).hasSize(1);
        if (!address.contains("/openapi/ui")) {
            assertThat(policies.getFirst()).contains("frame-ancestors 'none'");
        }
        assertThat(answer.body()).doesNotMatch(INSIDE);
        if (LIBERTYS_OWN.stream().noneMatch(address::contains)) {
            assertThat(answer.body()).doesNotMatch(MESSAGE);
        }
        String path = URI.create(address).getRawPath();
        boolean isData = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        if (path.startsWith("/api/v1/") && isData) {
            assertThat(policies.getFirst()).startsWith("default-src 'none'");
        }
        if (path.startsWith("/api/v1/") || path.startsWith("/health") || path.startsWith("/metrics")) {
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.headers().allValues("Set-Cookie")).as("a session").isEmpty();
        }
    }

    private HttpResponse<String> send(String method, String address, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Origin", "https://elsewhere.example")
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
