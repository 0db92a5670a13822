package eu.kontor.benchmarks;

import eu.kontor.launcher.LauncherFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * What was typed behind {@code ./kontor bench}.
 *
 * @param only names of measurements; empty for all
 * @param words as they were typed
 */
record Arguments(
        boolean isQuick, boolean isProfiled, boolean isForDocumentation, List<String> only, List<String> words) {

    /**
     * @param known the names that {@code --only} may name
     * @throws LauncherFailure with one sentence for the person at the terminal
     */
    static Arguments of(List<String> words, List<String> known) {
        List<String> only = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "--quick", "--profile", "--page" -> {}
                case "--only" -> only.addAll(names(words, ++i, known));
                default ->
                    throw new LauncherFailure("There is no option " + words.get(i)
                            + "; there are --quick, --profile, --page and --only A,B.");
            }
        }
        if (words.contains("--page") && !only.isEmpty()) {
            throw new LauncherFailure("The documentation's page is of a whole run: --page without --only.");
        }
        return new Arguments(
                words.contains("--quick"), words.contains("--profile"), words.contains("--page"), only, words);
    }

    private static List<String> names(List<String> words, int place, List<String> known) {
        List<String> names = place < words.size() ? List.of(words.get(place).split(",")) : List.of("");
        for (String name : names) {
            if (!known.contains(name)) {
                throw new LauncherFailure("--only wants names of measurements, with commas between them, and "
                        + (name.isEmpty() ? "there is none" : name + " is not one") + "; they are "
                        + String.join(", ", known) + ".");
            }
        }
        return names;
    }

    /** The command that was typed. */
    String command() {
        return String.join(" ", words).isEmpty() ? "./kontor bench" : "./kontor bench " + String.join(" ", words);
    }
}
