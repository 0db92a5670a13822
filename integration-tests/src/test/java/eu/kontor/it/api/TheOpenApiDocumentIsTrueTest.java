package eu.kontor.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the document that is served to the code that serves. */
class TheOpenApiDocumentIsTrueTest {

    private static final Map<Class<? extends Annotation>, String> VERBS =
            Map.of(GET.class, "get", POST.class, "post", PUT.class, "put", DELETE.class, "delete");

    private static final Set<String> OF_EVERY_CALL = Set.of("400", "401", "403", "500", "503");

    private final JsonNode document = RunningKontor.get()
            .call("GET", "/openapi?format=json")
            .header("Accept", "application/json")
            .send()
            .mustBe(200)
            .json();

    @Test
    void every_call_is_documented_and_every_documented_call_is_served() {
        Set<String> documented = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> documented.add(operation.getKey() + " " + path.getKey())));

        assertThat(documented).isEqualTo(calls().keySet());
    }

    @Test
    void every_parameter_of_a_call_is_documented() {
        List<String> missing = new ArrayList<>();
        calls().forEach((call, method) -> {
            Set<String> documented = parameters(operation(call));
            for (Parameter parameter : method.getParameters()) {
                String name = nameOf(parameter);
                if (name != null && !documented.contains(name)) {
                    missing.add(call + ": " + name);
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void every_call_tells_its_purpose_its_answer_and_its_problems() {
        List<String> missing = new ArrayList<>();
        calls().keySet().forEach(call -> {
            JsonNode operation = operation(call);
            JsonNode responses = operation.path("responses");
            if (operation.path("summary").asText().isBlank()
                    || operation.path("description").asText().isBlank()) {
                missing.add(call + ": no summary or description");
            }
            if (OF_EVERY_CALL.stream().anyMatch(status -> !responses.has(status))) {
                missing.add(call + ": lacks one of " + OF_EVERY_CALL);
            }
            boolean hasSuccess = responses.properties().stream()
                    .anyMatch(entry -> entry.getKey().startsWith("2"));
            if (!hasSuccess) {
                missing.add(call + ": no success");
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void every_reference_in_the_document_leads_somewhere() {
        List<String> dangling = new ArrayList<>();
        document.findValuesAsText("$ref").forEach(reference -> {
            if (document.at(reference.substring(1)).isMissingNode()) {
                dangling.add(reference);
            }
        });
        assertThat(dangling).isEmpty();
    }

    private JsonNode operation(String call) {
        String[] verbAndPath = call.split(" ");
        return document.path("paths").path(verbAndPath[1]).path(verbAndPath[0]);
    }

    private Set<String> parameters(JsonNode operation) {
        Set<String> names = new TreeSet<>();
        operation
                .path("parameters")
                .forEach(parameter -> names.add(
                        parameter.has("$ref")
                                ? document.at(parameter.path("$ref").asText().substring(1))
                                        .path("name")
                                        .asText()
                                : parameter.path("name").asText()));
        return names;
    }

    /** Verb and path of every resource method, with the method. */
    private static Map<String, Method> calls() {
        Map<String, Method> calls = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().importPackages("eu.kontor.rest")) {
            if (type.isAnnotatedWith(Path.class)) {
                Class<?> resource = type.reflect();
                for (Method method : resource.getDeclaredMethods()) {
                    VERBS.forEach((annotation, verb) -> {
                        if (method.isAnnotationPresent(annotation)) {
                            calls.put(verb + " " + path(resource, method), method);
                        }
                    });
                }
            }
        }
        return calls;
    }

    private static String path(Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        return "/api/v1" + resource.getAnnotation(Path.class).value() + (own == null ? "" : own.value());
    }

    private static String nameOf(Parameter parameter) {
        if (parameter.isAnnotationPresent(PathParam.class)) {
            return parameter.getAnnotation(PathParam.class).value();
        }
        if (parameter.isAnnotationPresent(QueryParam.class)) {
            return parameter.getAnnotation(QueryParam.class).value();
        }
        if (parameter.isAnnotationPresent(HeaderParam.class)) {
            return parameter.getAnnotation(HeaderParam.class).value();
        }
        return null;
    }
}
