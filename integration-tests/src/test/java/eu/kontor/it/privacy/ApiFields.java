package eu.kontor.it.privacy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the API's answers are made of, and which roles are given each: read from its classes and from the table of who may ask what. */
final class ApiFields {

    private ApiFields() {}

    /** By schema: who is answered with it. */
    static Map<String, Set<String>> rolesBySchema() throws IOException {
        Map<String, Set<String>> roles = new TreeMap<>();
        Map<String, Set<String>> mayAsk = mayAsk();
        answers().forEach((call, types) -> {
            if (!mayAsk.containsKey(call)) {
                throw new AssertionError(call + " is not in access.txt");
            }
            types.forEach(type -> roles.computeIfAbsent(nameOf(type), first -> new TreeSet<>())
                    .addAll(mayAsk.get(call)));
        });
        return roles;
    }

    /** By schema: its fields. */
    static Map<String, Set<String>> fieldsBySchema() {
        Map<String, Set<String>> fields = new TreeMap<>();
        answers().values().stream().flatMap(Set::stream).forEach(type -> {
            Set<String> own = fields.computeIfAbsent(nameOf(type), first -> new TreeSet<>());
            Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .forEach(own::add);
        });
        return fields;
    }

    /** By call: the records of its answers, and those in them. */
    private static Map<String, Set<Class<?>>> answers() {
        Map<String, Set<Class<?>>> answers = new HashMap<>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("eu.kontor.rest")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(type -> type.reflect())
                        .forEach(resource -> Arrays.stream(resource.getDeclaredMethods())
                                .forEach(method -> httpMethod(method)
                                        .forEach(http ->
                                                answers.put(http + " " + path(resource, method), told(method)))));
        return answers;
    }

    private static List<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .toList();
    }

    private static String path(Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        String path = resource.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
        String plain = path.replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("/+", "/");
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static Set<Class<?>> told(Method method) {
        Set<Class<?>> told = new LinkedHashSet<>();
        collect(method.getGenericReturnType(), told);
        for (APIResponse response : method.getAnnotationsByType(APIResponse.class)) {
            for (Content content : response.content()) {
                collect(content.schema().implementation(), told);
                for (Class<?> one : content.schema().oneOf()) {
                    collect(one, told);
                }
            }
        }
        return told;
    }

    private static void collect(Type type, Set<Class<?>> into) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, into));
        } else if (type instanceof Class<?> plain
                && plain.isRecord()
                && plain.getPackageName().startsWith("eu.kontor")
                && into.add(plain)) {
            Arrays.stream(plain.getRecordComponents()).forEach(part -> collect(part.getGenericType(), into));
        } else if (type instanceof Class<?> open && open.isSealed()) {
            Arrays.stream(open.getPermittedSubclasses()).forEach(one -> collect(one, into));
        }
    }

    private static String nameOf(Class<?> type) {
        Schema schema = type.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
    }

    private static Map<String, Set<String>> mayAsk() throws IOException {
        Map<String, Set<String>> mayAsk = new HashMap<>();
        try (InputStream table = ApiFields.class.getResourceAsStream("/eu/kontor/it/api/access.txt")) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("[A-Z]+ /.*"))
                    .forEach(line -> {
                        String[] parts = line.split(" \\| ");
                        mayAsk.put(
                                parts[0].strip(),
                                new TreeSet<>(List.of(parts[1].strip().split(" "))));
                    });
        }
        return mayAsk;
    }
}
