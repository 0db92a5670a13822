package eu.kontor.program.domain;

import eu.kontor.program.api.ProgramElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings together what two people made of one program, element by element: who alone changed an element is right about it. */
public final class MergePolicy {

    /** @param conflicts elements that both changed, each to something else; there the result has what the draft says */
    public record Merged(ElementValues values, List<ProgramElement> conflicts) {}

    private MergePolicy() {}

    /**
     * @param base from which both started
     * @param draft what one made of it
     * @param published what was published meanwhile
     */
    public static Merged merge(ElementValues base, ElementValues draft, ElementValues published) {
        Map<ProgramElement, Object> merged = new LinkedHashMap<>();
        List<ProgramElement> conflicts = new ArrayList<>();
        for (ProgramElement element : draft.elementsWith(published)) {
            Optional<Object> was = base.value(element);
            Optional<Object> mine = draft.value(element);
            Optional<Object> theirs = published.value(element);
            if (!mine.equals(was) && !theirs.equals(was) && !mine.equals(theirs)) {
                conflicts.add(element);
            }
            Optional<Object> holds = mine.equals(was) ? theirs : mine;
            holds.ifPresent(value -> merged.put(element, value));
        }
        return new Merged(ElementValues.of(merged), List.copyOf(conflicts));
    }
}
