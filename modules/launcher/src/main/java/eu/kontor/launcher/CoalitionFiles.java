package eu.kontor.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code ./kontor up} tells about a coalition from its configuration folder; the server reads, checks and applies the folder.
 *
 * @param name the coalition's name
 * @param samplePassword everybody's password; only where the coalition is a sample
 * @param people who may sign in
 */
record CoalitionFiles(String name, Optional<String> samplePassword, List<Person> people) {

    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * @param username what the person signs in with
     * @param job such as {@code operator}, or {@code Café: finance, front-desk}
     */
    record Person(String username, String job) {}

    static CoalitionFiles read(Path folder) {
        JsonNode coalition = parse(folder.resolve("coalition.yaml"));
        List<Person> people = new ArrayList<>();
        coalition
                .path("people")
                .forEach(person -> people.add(new Person(person.path("username").asText(), "operator")));
        for (Path file : tenants(folder.resolve("tenants"))) {
            JsonNode tenant = parse(file);
            tenant.path("people")
                    .forEach(person ->
                            people.add(person(person, tenant.path("name").asText())));
        }
        boolean sample = coalition.path("sample").asBoolean();
        String password = coalition.path("samplePassword").asText("");
        return new CoalitionFiles(
                coalition.path("name").asText(),
                sample && !password.isEmpty() ? Optional.of(password) : Optional.empty(),
                List.copyOf(people));
    }

    boolean isSample() {
        return samplePassword.isPresent();
    }

    private static Person person(JsonNode person, String brand) {
        List<String> roles = new ArrayList<>();
        person.path("roles").forEach(role -> roles.add(role.asText()));
        return new Person(person.path("username").asText(), brand + ": " + String.join(", ", roles));
    }

    private static List<Path> tenants(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LauncherFailure("The folder " + folder + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** File, line and what was expected, as the server says it of a file that it can read. */
    private static String mistake(Path file, JsonProcessingException e) {
        String expected = e.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(": "));
        return "The configuration has a mistake; nothing was applied.\n  " + file + ":"
                + e.getLocation().getLineNr() + "  " + expected;
    }

    private static JsonNode parse(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new LauncherFailure(mistake(file, e), e);
        } catch (IOException e) {
            throw new LauncherFailure("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
