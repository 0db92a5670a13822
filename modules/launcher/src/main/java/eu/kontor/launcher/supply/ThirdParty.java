package eu.kontor.launcher.supply;

import eu.kontor.launcher.LauncherFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code deploy/third-party.txt}: what ships, and under which licence.
 *
 * @param libraries in the war
 * @param programs beside it
 * @param accepted licences
 */
public record ThirdParty(List<Component> libraries, List<Component> programs, Set<String> accepted) {

    private static final String PROGRAM = "program ";
    private static final String ACCEPTED = "accepted ";
    private static final int PARTS = 3;

    /** @param licences of which one may choose; the first is the one we take */
    public record Component(String group, String artifact, String version, List<String> licences) {

        /** The name of a library's file in the war. */
        public String jar() {
            return artifact + "-" + version + ".jar";
        }

        /** As Maven, and databases of vulnerabilities, name it. */
        public String coordinates() {
            return group + ":" + artifact;
        }

        @Override
        public String toString() {
            return coordinates() + ":" + version;
        }
    }

    /** @throws LauncherFailure when a line cannot be understood */
    public static ThirdParty read(Path checkout) {
        Path file = checkout.resolve("deploy/third-party.txt");
        List<Component> libraries = new ArrayList<>();
        List<Component> programs = new ArrayList<>();
        Set<String> accepted = new LinkedHashSet<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String text = line.strip();
                if (text.startsWith(ACCEPTED)) {
                    accepted.add(text.substring(ACCEPTED.length()).strip());
                } else if (text.startsWith(PROGRAM)) {
                    programs.add(component(file, text.substring(PROGRAM.length())));
                } else if (!text.isEmpty() && !text.startsWith("#")) {
                    libraries.add(component(file, text));
                }
            }
        } catch (IOException e) {
            throw new LauncherFailure("The list " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
        return new ThirdParty(List.copyOf(libraries), List.copyOf(programs), Set.copyOf(accepted));
    }

    private static Component component(Path file, String text) {
        String[] halves = text.split("\\|");
        String[] parts = halves[0].strip().split(":");
        if (halves.length != 2 || parts.length != PARTS) {
            throw new LauncherFailure("The list " + file + " has a line that is no component: " + text);
        }
        return new Component(
                parts[0], parts[1], parts[2], List.of(halves[1].strip().split(" OR ")));
    }

    /** All that ships. */
    public List<Component> all() {
        List<Component> all = new ArrayList<>(libraries);
        all.addAll(programs);
        return all;
    }
}
