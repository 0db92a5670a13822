package eu.kontor.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The commands {@code plan} and {@code apply}: what the configuration folder would change, in words, and the same applied once somebody
 * has said yes to it. Showing applies nothing, and what is applied is what was shown.
 */
final class ConfigurationAtATerminal {

    static final int NOTHING_WOULD_CHANGE = 0;
    static final int SOMETHING_WOULD_CHANGE = 1;
    static final int MISTAKE = 2;
    static final int UNREACHABLE = 3;

    /** Such as a tenant that nobody knows, or a plan that is outdated; or a part of it could not be applied. */
    static final int REFUSED = 4;

    private static final int FIRST_REFUSAL = 400;

    private final Function<Optional<String>, Answer> plan;
    private final Function<String, Answer> apply;
    private final Terminal terminal;

    /** @param status of HTTP */
    record Answer(int status, JsonNode body) {}

    ConfigurationAtATerminal(OperatorApi operator, Terminal terminal) {
        this(operator::plan, operator::applyAsPlanned, terminal);
    }

    /**
     * @param plan of a tenant, or of all; fails with a {@link LauncherFailure} where nobody answers
     * @param apply what a plan's fingerprint stands for
     */
    ConfigurationAtATerminal(
            Function<Optional<String>, Answer> plan, Function<String, Answer> apply, Terminal terminal) {
        this.plan = plan;
        this.apply = apply;
        this.terminal = terminal;
    }

    /** @return the command's exit status */
    int plan(Optional<String> tenant) {
        return asked(() -> plan.apply(tenant))
                .map(answer -> isSound(answer) ? shown(answer.body()) : toldWhy(answer))
                .orElse(UNREACHABLE);
    }

    /**
     * @param yes what the person says to the question
     * @return the command's exit status: {@value #NOTHING_WOULD_CHANGE} when everything is as the files say afterwards
     */
    int apply(Supplier<String> yes) {
        Optional<Answer> planned = asked(() -> plan.apply(Optional.empty()));
        if (planned.isEmpty()) {
            return UNREACHABLE;
        }
        if (!isSound(planned.get())) {
            return toldWhy(planned.get());
        }
        if (shown(planned.get().body()) == NOTHING_WOULD_CHANGE) {
            return NOTHING_WOULD_CHANGE;
        }
        terminal.say("Type yes to apply this:");
        if (!"yes".equals(yes.get())) {
            terminal.say("Nothing was applied.");
            return SOMETHING_WOULD_CHANGE;
        }
        String fingerprint = planned.get().body().path("fingerprint").asText();
        return asked(() -> apply.apply(fingerprint))
                .map(answer -> {
                    if (!isSound(answer)) {
                        return toldWhy(answer);
                    }
                    terminal.say("Applied.");
                    OperatorApi.notes(answer.body()).forEach(terminal::say);
                    return NOTHING_WOULD_CHANGE;
                })
                .orElse(UNREACHABLE);
    }

    private Optional<Answer> asked(Supplier<Answer> question) {
        try {
            return Optional.of(question.get());
        } catch (LauncherFailure e) {
            terminal.say(e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isSound(Answer answer) {
        return answer.status() < FIRST_REFUSAL;
    }

    private int toldWhy(Answer answer) {
        terminal.say(OperatorApi.mistakes(answer.body()));
        return OperatorApi.hasMistakes(answer.body()) ? MISTAKE : REFUSED;
    }

    private int shown(JsonNode body) {
        int changes = 0;
        for (JsonNode file : body.path("files")) {
            if (file.path("sections").isEmpty()) {
                continue;
            }
            terminal.say(
                    file.path("file").asText() + (file.path("change").asText().equals("created") ? " (new)" : ""));
            for (JsonNode section : file.path("sections")) {
                terminal.say("  " + section.path("title").asText());
                for (JsonNode difference : section.path("differences")) {
                    terminal.say("    " + sign(difference.path("act").asText()) + ' '
                            + difference.path("text").asText());
                }
                if (section.path("differences").isEmpty()) {
                    terminal.say("    ~ is applied once more: a part of it failed or is gone");
                }
                changes++;
            }
        }
        if (changes == 0) {
            terminal.say("Nothing would change.");
        }
        return changes == 0 ? NOTHING_WOULD_CHANGE : SOMETHING_WOULD_CHANGE;
    }

    private static char sign(String act) {
        return switch (act) {
            case "added" -> '+';
            case "removed" -> '-';
            case "kept" -> '=';
            default -> '~';
        };
    }
}
