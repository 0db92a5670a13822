package eu.kontor.portal.program;

import eu.kontor.kernel.Points;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.api.Promotion.Give;
import eu.kontor.program.api.Promotion.Group;
import eu.kontor.program.api.Promotion.Stacking;
import eu.kontor.program.api.UsualCondition;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A promotion as it is being written. */
final class PromotionFields {

    private static final int LANGUAGES = 3;
    private static final String MIDNIGHT = "24:00";

    /** What kind of thing is given. */
    enum Kind {
        POINTS,
        TIMES,
        PER_UNIT
    }

    String id = "";
    final Map<String, String> names = new HashMap<>();
    String categories = "";
    Set<String> outlets = new LinkedHashSet<>();
    Set<DayOfWeek> weekdays = new LinkedHashSet<>();
    BigDecimal fromAmount;
    LocalTime fromTime;
    LocalTime beforeTime;
    boolean firstVisit;
    String others = "";
    Kind kind = Kind.TIMES;
    Integer points;
    BigDecimal times = BigDecimal.TWO;
    final Map<Currency, BigDecimal> perUnit = new HashMap<>();
    Integer atMost;
    LocalDate from;
    LocalDate until;
    String group = "";
    Stacking stacking = Stacking.BEST_OF;
    Integer order = 0;

    static PromotionFields of(Promotion promotion, Function<String, UsualCondition> condition) {
        PromotionFields fields = new PromotionFields();
        fields.id = promotion.id();
        fields.names.putAll(promotion.name());
        fields.categories = String.join(", ", promotion.categories());
        UsualCondition when = condition.apply(promotion.when());
        fields.outlets = new LinkedHashSet<>(when.outlets());
        fields.weekdays = new LinkedHashSet<>(when.weekdays());
        fields.fromAmount = when.fromAmount().orElse(null);
        fields.fromTime = when.fromTime().map(PromotionFields::time).orElse(null);
        fields.beforeTime = when.beforeTime().map(PromotionFields::time).orElse(null);
        fields.firstVisit = when.firstVisit();
        fields.others = when.others();
        switch (promotion.give()) {
            case Give.Fixed(var fixed) -> {
                fields.kind = Kind.POINTS;
                fields.points = (int) fixed.value();
            }
            case Give.Times(var factor) -> fields.times = factor;
            case Give.PerUnit(var rates) -> {
                fields.kind = Kind.PER_UNIT;
                fields.perUnit.putAll(rates);
            }
        }
        fields.atMost = promotion.atMost().map(most -> (int) most.value()).orElse(null);
        fields.from = promotion.from().orElse(null);
        fields.until = promotion.until().orElse(null);
        promotion.group().ifPresent(with -> {
            fields.group = with.name();
            fields.stacking = with.stacking();
            fields.order = with.order();
        });
        return fields;
    }

    /** One that was just begun says nothing yet. */
    boolean isComplete() {
        boolean isGiven =
                switch (kind) {
                    case POINTS -> points != null && points > 0;
                    case TIMES -> times != null && times.compareTo(BigDecimal.ONE) > 0;
                    case PER_UNIT -> !perUnit.isEmpty();
                };
        return isGiven
                && names.values().stream().filter(name -> !name.isBlank()).count() == LANGUAGES
                && (from == null || until == null || !until.isBefore(from));
    }

    UsualCondition condition() {
        return new UsualCondition(
                outlets,
                weekdays,
                Optional.ofNullable(fromAmount),
                Optional.ofNullable(fromTime).map(LocalTime::toString),
                Optional.ofNullable(beforeTime).map(time -> time.equals(LocalTime.MIN) ? MIDNIGHT : time.toString()),
                firstVisit,
                others);
    }

    Promotion promotion(Function<UsualCondition, String> expression) {
        Give give =
                switch (kind) {
                    case POINTS -> new Give.Fixed(Points.of(points));
                    case TIMES -> new Give.Times(times);
                    case PER_UNIT -> new Give.PerUnit(Map.copyOf(perUnit));
                };
        return new Promotion(
                id,
                names,
                expression.apply(condition()),
                categories(),
                give,
                Optional.ofNullable(atMost).map(Points::of),
                Optional.ofNullable(from),
                Optional.ofNullable(until),
                group.isBlank()
                        ? Optional.empty()
                        : Optional.of(new Group(ProgramFields.id(group), stacking, order == null ? 0 : order)));
    }

    private List<String> categories() {
        return Arrays.stream(categories.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** The end of a day is shown as its midnight. */
    private static LocalTime time(String written) {
        return written.equals(MIDNIGHT) ? LocalTime.MIN : LocalTime.parse(written);
    }
}
