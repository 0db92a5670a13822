package eu.kontor.program.domain;

import eu.kontor.program.api.Earning.Passed;
import eu.kontor.program.api.Earning.Why;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.api.Promotion.Stacking;
import eu.kontor.program.domain.PromotionPolicy.Given;
import eu.kontor.program.domain.PromotionPolicy.Worth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What several promotions give that apply to one purchase: those of a group as the group says, all others beside each other. */
final class StackingPolicy {

    /**
     * @param applying in their order
     * @param passed takes those to which another one is preferred
     */
    List<Given> of(List<Worth> applying, List<Passed> passed) {
        Map<String, List<Worth>> groups = new LinkedHashMap<>();
        for (Worth worth : applying) {
            String group = worth.promotion()
                    .group()
                    .map(each -> "group " + each.name())
                    .orElse(worth.promotion().id());
            groups.computeIfAbsent(group, name -> new ArrayList<>()).add(worth);
        }
        List<Given> given = new ArrayList<>();
        for (List<Worth> group : groups.values()) {
            switch (stackingOf(group.getFirst().promotion())) {
                case BEST_OF -> given.add(best(group, passed));
                case SUM -> group.forEach(worth -> given.add(worth.given(worth.points(BigDecimal.ZERO))));
                case MULTIPLY -> oneAfterTheOther(group, given);
            }
        }
        return given;
    }

    private static Stacking stackingOf(Promotion promotion) {
        return promotion.group().map(Promotion.Group::stacking).orElse(Stacking.SUM);
    }

    private static Given best(List<Worth> group, List<Passed> passed) {
        Worth best = group.getFirst();
        for (Worth worth : group) {
            if (worth.points(BigDecimal.ZERO).compareTo(best.points(BigDecimal.ZERO)) > 0) {
                best = worth;
            }
        }
        for (Worth worth : group) {
            if (worth != best) {
                passed.add(PromotionIndex.passed(worth.promotion(), Why.ANOTHER_GIVES_MORE, ""));
            }
        }
        return best.given(best.points(BigDecimal.ZERO));
    }

    private static void oneAfterTheOther(List<Worth> group, List<Given> given) {
        BigDecimal before = BigDecimal.ZERO;
        for (Worth worth : group) {
            BigDecimal points = worth.points(before);
            before = before.add(points);
            given.add(worth.given(points));
        }
    }
}
