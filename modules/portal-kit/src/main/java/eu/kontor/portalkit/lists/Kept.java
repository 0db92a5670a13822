package eu.kontor.portalkit.lists;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Where a list keeps how it is sorted and what is looked for in it: the view's address.
 *
 * @param read by name
 * @param write an empty value forgets it
 */
public record Kept(Function<String, Optional<String>> read, BiConsumer<String, String> write) {

    static final Kept NOWHERE = new Kept(name -> Optional.empty(), (name, value) -> {});
}
