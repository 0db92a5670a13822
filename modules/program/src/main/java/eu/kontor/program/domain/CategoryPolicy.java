package eu.kontor.program.domain;

import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.Programs.EarningLine;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which categories are the same, and which a program knows: people write them into tills, in any case and with spaces around. */
public final class CategoryPolicy {

    private CategoryPolicy() {}

    /** Equal for categories that are the same. */
    public static String key(String category) {
        return Normalizer.normalize(category, Normalizer.Form.NFKC)
                .strip()
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    public static boolean areSame(String one, String other) {
        return one.equals(other) || key(one).equals(key(other));
    }

    /** As they were sent, each once. A program that names no category treats all alike, and knows them all. */
    public static List<String> unknown(Program program, List<EarningLine> lines) {
        Set<String> known = known(program);
        if (known.isEmpty()) {
            return List.of();
        }
        known.add("");
        List<String> unknown = new ArrayList<>();
        for (EarningLine line : lines) {
            boolean counts = !program.counting().earnsNothing().contains(line.kind());
            if (counts && known.add(key(line.category()))) {
                unknown.add(line.category().strip());
            }
        }
        return List.copyOf(unknown);
    }

    private static Set<String> known(Program program) {
        Set<String> known = new HashSet<>();
        for (CategoryRate rate : program.categoryRates()) {
            known.add(key(rate.category()));
        }
        program.counting().categories().forEach(category -> known.add(key(category)));
        if (!known.isEmpty()) {
            program.promotions().forEach(each -> each.categories().forEach(category -> known.add(key(category))));
        }
        return known;
    }
}
