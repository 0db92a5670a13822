package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is called under /api is answered in the API's own words, and nothing that the server says names its inside. */
class WhatIsNoEndpointIsAProblemTest {

    private static final RunningKontor KONTOR = RunningKontor.get();

    private final RawHttp http = new RawHttp(KONTOR.address());

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/v2/purchases", "/api/nowhere"})
    void outside_of_the_version(String path) throws JsonProcessingException {
        problem(http.send("GET", path, List.of(), new byte[0]), 404, "path-unknown");
        problem(http.send("POST", path, List.of(), "{}".getBytes()), 404, "path-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/v1,                          404, path-unknown",
        "GET,    /api/v1/,                         404, path-unknown",
        "GET,    /api/v1/purchases/1/more,         404, path-unknown",
        "PATCH,  /api/v1/purchases,                405, method-not-allowed",
        "DELETE, /api/v1/seals/latest,             405, method-not-allowed",
        "FOO,    /api/v1/purchases,                405, method-not-allowed",
        "GET,    /api/v1/seals/latest?a=%zz,       400, request-unreadable",
        "GET,    /api/v1/settlement/windows?%u00,  400, request-unreadable"
    })
    void inside_of_it(String method, String target, int status, String slug) throws JsonProcessingException {
        problem(send(method, target, Map.of()), status, slug);
    }

    @ParameterizedTest
    @CsvSource({
        "Accept,          image/png,               406, not-acceptable",
        "Accept,          application/json;q=abc,  400, request-unreadable",
        "Accept,          nonsense,                400, request-unreadable",
        "Accept-Language, es;q=,                   400, request-unreadable"
    })
    void by_a_header_that_cannot_be_served(String header, String value, int status, String slug)
            throws JsonProcessingException {
        problem(send("GET", "/api/v1/settlement/windows", Map.of(header, value)), status, slug);
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/xml", "nonsense", "multipart/form-data; boundary=a"})
    void by_a_body_of_another_type(String type) throws JsonProcessingException {
        RawHttp.Answer answer = send("POST", "/api/v1/purchases", Map.of("Content-Type", type));

        assertThat(answer.status()).isIn(400, 415);
        problem(answer, answer.status(), answer.status() == 415 ? "media-type-not-supported" : "request-unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%2e%2e/x",
                "/front-desk/%2Fx",
                "/%zz",
                "/%00",
                "/VAADIN/nothing.js",
                "/failure",
                "/oidcclient/nothing"
            })
    void and_what_the_server_says_beside_it_names_no_class(String path) {
        RawHttp.Answer answer = http.send("GET", path, List.of(), new byte[0]);

        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "java.", "com.ibm", "eu.kontor");
    }

    private RawHttp.Answer send(String method, String target, Map<String, String> more) {
        List<Map.Entry<String, String>> headers = new ArrayList<>(more.entrySet());
        headers.add(Map.entry("Authorization", "Bearer " + KONTOR.token(CAFE)));
        return http.send(method, target, headers, new byte[0]);
    }

    private static void problem(RawHttp.Answer answer, int status, String slug) throws JsonProcessingException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        JsonNode document = new ObjectMapper().readTree(answer.body());
        assertThat(document.path("type").asText()).isEqualTo("https://kontor.eu/problems/" + slug);
        assertThat(document.path("status").asInt()).isEqualTo(status);
        assertThat(document.path("detail").asText()).isNotBlank();
    }
}
