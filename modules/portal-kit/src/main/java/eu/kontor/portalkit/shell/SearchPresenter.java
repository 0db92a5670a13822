package eu.kontor.portalkit.shell;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.portalkit.shell.Searchable.Hit;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a person means by a few letters, among everything that the features offer as {@link Searchable}. */
@Dependent
public class SearchPresenter {

    /** One letter would find half of everything. */
    public static final int SHORTEST = 2;

    private final Instance<Searchable> things;

    @Inject
    public SearchPresenter(Instance<Searchable> things) {
        this.things = things;
    }

    /** Whether enough was typed to look for it. */
    boolean isEnough(String typed) {
        return typed.trim().length() >= SHORTEST;
    }

    /** Never throws for what was typed: a search that cannot be done finds nothing. */
    List<Hit> find(Caller caller, String typed) {
        return isEnough(typed)
                ? things.stream()
                        .sorted(Comparator.comparingInt(Searchable::order))
                        .flatMap(thing -> hits(thing, caller, typed.trim()))
                        .toList()
                : List.of();
    }

    private static Stream<Hit> hits(Searchable thing, Caller caller, String text) {
        try {
            return thing.find(caller, text).stream();
        } catch (Refusal nothingFound) {
            return Stream.empty();
        }
    }
}
