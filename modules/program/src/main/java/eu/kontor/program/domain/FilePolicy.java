package eu.kontor.program.domain;

import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file makes of the program in force. It decides what files own, and never what the browser owns. A rule that it leaves out stays;
 * one that it marks as removed goes.
 *
 * @param ownedByBrowser elements that files do not decide
 * @param currencies of the brand: what the file leaves out of another one goes with the currency
 */
public record FilePolicy(Set<ProgramElement> ownedByBrowser, Set<String> currencies) {

    /** Kinds of which each element has a life of its own, so that leaving one out says nothing about it. The others have documented defaults. */
    private static final Set<Kind> STAY_WHEN_LEFT_OUT =
            Set.of(Kind.BASE_RATE, Kind.CATEGORY_RATE, Kind.PROMOTION, Kind.VALUE_PER_POINT);

    /** Kinds that a file can mark as removed, and that do not go with a currency. */
    private static final Set<Kind> NAMED = Set.of(Kind.CATEGORY_RATE, Kind.PROMOTION);

    /**
     * @param values in the file
     * @param said what the file names, and does not only leave to its default
     * @param removed rules and promotions that it marks so
     */
    public record Said(ElementValues values, Set<Kind> said, Set<ProgramElement> removed) {}

    /**
     * @param kept what the browser owns and the file would have otherwise
     * @param inTheWay rules of files that the file left out, whose category a rule of the file claims
     */
    public record Outcome(ElementValues values, List<ProgramElement> kept, List<ProgramElement> inTheWay) {}

    public Outcome of(ElementValues inForce, Said file) {
        Map<ProgramElement, Object> values = new LinkedHashMap<>();
        List<ProgramElement> kept = new ArrayList<>();
        for (ProgramElement element : file.values().elementsWith(inForce)) {
            Optional<Object> stands = inForce.value(element);
            Optional<Object> wanted = wanted(element, file, stands);
            if (ownedByBrowser.contains(element)) {
                if (isNamed(element, file) && !wanted.equals(stands)) {
                    kept.add(element);
                }
                wanted = stands;
            }
            wanted.ifPresent(value -> values.put(element, value));
        }
        List<ProgramElement> inTheWay = new ArrayList<>();
        settleCategories(values, file, kept, inTheWay);
        return new Outcome(ElementValues.of(values), List.copyOf(kept), List.copyOf(inTheWay));
    }

    private Optional<Object> wanted(ProgramElement element, Said file, Optional<Object> stands) {
        Optional<Object> said = file.values().value(element);
        if (said.isPresent() || !STAY_WHEN_LEFT_OUT.contains(element.kind()) || isRemoved(element, file)) {
            return said;
        }
        boolean isOfAPastCurrency = !NAMED.contains(element.kind()) && !currencies.contains(element.part());
        return isOfAPastCurrency ? Optional.empty() : stands;
    }

    private static boolean isNamed(ProgramElement element, Said file) {
        return STAY_WHEN_LEFT_OUT.contains(element.kind())
                ? file.values().value(element).isPresent() || isRemoved(element, file)
                : file.said().contains(element.kind());
    }

    private static boolean isRemoved(ProgramElement element, Said file) {
        return file.removed().contains(element);
    }

    /** A category has one rule. The browser's stays where the file has another; a file that renames a rule must say so. */
    private void settleCategories(
            Map<ProgramElement, Object> values, Said file, List<ProgramElement> kept, List<ProgramElement> inTheWay) {
        Set<String> ofTheFile = new HashSet<>();
        file.values().categoryRates().forEach(rate -> ofTheFile.add(CategoryPolicy.key(rate.category())));
        Set<String> ofTheBrowser = new HashSet<>();
        values.forEach((element, value) -> {
            if (value instanceof CategoryRate rate && ownedByBrowser.contains(element)) {
                ofTheBrowser.add(CategoryPolicy.key(rate.category()));
            }
        });
        for (Map.Entry<ProgramElement, Object> each : List.copyOf(values.entrySet())) {
            if (!(each.getValue() instanceof CategoryRate rate) || ownedByBrowser.contains(each.getKey())) {
                continue;
            }
            String category = CategoryPolicy.key(rate.category());
            if (ofTheBrowser.contains(category)) {
                values.remove(each.getKey());
                kept.add(each.getKey());
            } else if (file.values().value(each.getKey()).isEmpty() && ofTheFile.contains(category)) {
                inTheWay.add(each.getKey());
            }
        }
    }
}
