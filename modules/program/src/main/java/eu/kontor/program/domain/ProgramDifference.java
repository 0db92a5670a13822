package eu.kontor.program.domain;

import eu.kontor.program.api.Program;
import eu.kontor.program.api.ProgramElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one program says otherwise than another, element by element, and for whom it is better. Said in words by
 * {@link DifferenceSentence}.
 *
 * @param changes in the order in which a program is read
 */
public record ProgramDifference(List<Change> changes) {

    /** What became of an element. */
    public enum Act {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * One element that is not what it was.
     *
     * @param before empty for one that was added
     * @param after empty for one that was removed
     */
    public record Change(
            ProgramElement element,
            Act act,
            boolean isBetter,
            boolean isWorse,
            Optional<Object> before,
            Optional<Object> after) {}

    public ProgramDifference {
        changes = List.copyOf(changes);
    }

    /** @param before empty where there is no program yet; {@code after} with the first day that it is to have */
    public static ProgramDifference between(Optional<Program> before, Program after) {
        ElementValues old = ElementValues.of(before);
        ElementValues now = ElementValues.of(after);
        EffectPolicy effects = new EffectPolicy(old, now, after.validFrom());
        List<Change> changes = new ArrayList<>();
        for (ProgramElement element : now.elementsWith(old)) {
            Optional<Object> was = old.value(element);
            Optional<Object> is = now.value(element);
            if (!was.equals(is)) {
                EffectPolicy.Effect effect = effects.of(element);
                changes.add(new Change(
                        element,
                        act(was, is),
                        effect == EffectPolicy.Effect.BETTER,
                        effect == EffectPolicy.Effect.WORSE,
                        was,
                        is));
            }
        }
        return new ProgramDifference(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether it makes anything worse for any member. */
    public boolean isWorseForMembers() {
        return changes.stream().anyMatch(Change::isWorse);
    }

    public List<ProgramElement> elements() {
        return changes.stream().map(Change::element).toList();
    }

    private static Act act(Optional<Object> before, Optional<Object> after) {
        if (before.isEmpty()) {
            return Act.ADDED;
        }
        return after.isEmpty() ? Act.REMOVED : Act.CHANGED;
    }
}
