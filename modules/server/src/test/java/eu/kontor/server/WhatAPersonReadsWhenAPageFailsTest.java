package eu.kontor.server;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.tenancy.api.DatabaseFailure;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page that nobody answers: a heading, a sentence and a way on, and never the words that are for machines. */
class WhatAPersonReadsWhenAPageFailsTest {

    private final Map<String, Object> failed = new HashMap<>();
    private final Map<String, Object> answered = new HashMap<>();
    private final StringWriter page = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "en, You could not be signed in, Sign in again",
        "es, No se ha podido iniciar su sesión, Iniciar sesión otra vez",
        "zh-Hans, 未能登录, 重新登录"
    })
    void a_sign_in_that_failed_leads_to_another_one(String language, String heading, String way) throws IOException {
        answer("/oidcclient/redirect/kontor-portal", 401, null, language);

        assertThat(page.toString())
                .contains("<h1>" + heading + "</h1>", "<a href=\"/\">" + way)
                .doesNotContain("token", "Token", "令牌");
        assertThat(answered).containsEntry("setStatus", 401);
    }

    @Test
    void a_database_that_is_away_is_waited_for() throws IOException {
        Throwable away = new IllegalStateException(new DatabaseFailure(new SQLException("gone", "08006")));

        answer("/@forno-grao/members", 500, away, "en");

        assertThat(answered).containsEntry("setStatus", 503).containsKey("Retry-After");
        assertThat(page.toString())
                .contains("tries again by itself", "http-equiv=\"refresh\"")
                .doesNotContain("gone");
    }

    @Test
    void a_fault_has_a_reference_and_says_nothing_of_itself() throws IOException {
        answer("/members", 500, new IllegalStateException("row (Ana)"), "en");

        assertThat(page.toString()).contains("urn:uuid:").doesNotContain("Ana", "Exception", "same key");
    }

    @Test
    void an_address_that_there_is_not_is_not_repeated() throws IOException {
        answer("/<script>", 404, null, "es");

        assertThat(page.toString()).contains("Aquí no hay nada").doesNotContain("script", "openapi");
    }

    private void answer(String path, int status, Throwable thrown, String language) throws IOException {
        failed.put(RequestDispatcher.ERROR_REQUEST_URI, path);
        failed.put(RequestDispatcher.ERROR_STATUS_CODE, status);
        failed.put(RequestDispatcher.ERROR_EXCEPTION, thrown);
        HttpServletRequest request = proxy(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getAttribute" -> failed.get((String) arguments[0]);
            case "getCookies" -> new Cookie[] {new Cookie("kontor-language", language)};
            case "getLocale" -> Locale.ENGLISH;
            case "getLocales" -> Collections.enumeration(List.of(Locale.ENGLISH));
            default -> null;
        });
        HttpServletResponse response = proxy(HttpServletResponse.class, (name, arguments) -> {
            if (name.equals("setHeader")) {
                answered.put((String) arguments[0], arguments[1]);
            } else if (arguments != null) {
                answered.put(name, arguments[0]);
            }
            return name.equals("getWriter") ? new PrintWriter(page, true) : null;
        });
        new FailurePage().service(request, response);
    }

    private interface Answers {
        Object to(String name, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.to(method.getName(), arguments)));
    }
}
