package eu.kontor.program.application;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import eu.kontor.kernel.Phrase;
import eu.kontor.program.api.PromotionModel;
import eu.kontor.program.domain.ConditionLanguage;
import eu.kontor.program.domain.PromotionFacts;
import eu.kontor.program.domain.UsualClause.OnWeekdays;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Conditions in CEL, over {@link PromotionModel} and nothing else. The language is bounded before anything is evaluated: no macros, so that
 * there is no loop; so many characters, parts, and parts inside of each other; the functions that are named here; patterns that are written
 * out and repeat nothing a counted number of times.
 */
public final class CelConditions implements ConditionLanguage {

    /** Deeper than a person reads. */
    private static final int MOST_DEPTH = 24;

    private static final int MOST_PARTS = 150;
    private static final int LONGEST_PATTERN = 60;
    private static final int LARGEST_PATTERN = 200;

    private static final String MATCHES = "matches";
    private static final Set<String> OPERATORS = Set.of(
            "_&&_", "_||_", "!_", "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "_+_", "_-_", "_*_", "_/_", "_%_", "-_",
            "@in", "_?_:_");
    private static final List<String> FUNCTIONS = List.of(
            "amount",
            "amountOfKind",
            "contains",
            "double",
            "endsWith",
            "has",
            "int",
            MATCHES,
            "quantity",
            "size",
            "startsWith");
    private static final OpaqueType LINES = OpaqueType.create("lines");

    /** One for all: it keeps nothing. */
    public static final CelConditions LANGUAGE = new CelConditions();

    private final Cel cel;

    private CelConditions() {
        CelOptions options = CelOptions.current()
                .enableHeterogeneousNumericComparisons(true)
                .comprehensionMaxIterations(0)
                .maxExpressionCodePointSize(PromotionModel.LONGEST)
                .maxParseRecursionDepth(MOST_DEPTH)
                .maxRegexProgramSize(LARGEST_PATTERN)
                .build();
        var builder = CelFactory.plannerCelBuilder()
                .setOptions(options)
                .setResultType(SimpleType.BOOL)
                .addVar("lines", LINES);
        PromotionModel.NAMES.forEach(each -> builder.addVar(each.name(), type(each.type())));
        builder.addFunctionDeclarations(
                ofLines("amount", SimpleType.DOUBLE),
                ofLines("quantity", SimpleType.DOUBLE),
                ofLines("has", SimpleType.BOOL),
                ofLines("amountOfKind", SimpleType.DOUBLE));
        builder.addFunctionBindings(
                bound("amount", (facts, category) -> facts.amountOf(category).doubleValue()),
                bound("quantity", (facts, category) -> facts.quantityOf(category)
                        .doubleValue()),
                bound("has", (facts, category) -> facts.amountOf(category).signum() > 0),
                bound("amountOfKind", (facts, kind) -> facts.amountOfKind(kind).doubleValue()));
        this.cel = builder.build();
    }

    private static CelType type(PromotionModel.Type type) {
        return switch (type) {
            case TEXT -> SimpleType.STRING;
            case NUMBER -> SimpleType.DOUBLE;
            case WHOLE -> SimpleType.INT;
            case TRUTH -> SimpleType.BOOL;
        };
    }

    private static CelFunctionDecl ofLines(String name, CelType result) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newMemberOverload("lines_" + name, result, LINES, SimpleType.STRING));
    }

    private static CelFunctionBinding bound(String name, BiFunction<PromotionFacts, String, Object> answer) {
        return CelFunctionBinding.fromOverloads(
                        name,
                        CelFunctionBinding.from(
                                "lines_" + name,
                                Object.class,
                                String.class,
                                (lines, word) -> answer.apply((PromotionFacts) lines, word)))
                .iterator()
                .next();
    }

    @Override
    public Optional<Mistake> mistake(String expression) {
        if (expression.length() > PromotionModel.LONGEST) {
            return Optional.of(whole(Phrase.of("condition-too-long", PromotionModel.LONGEST)));
        }
        CelValidationResult result = cel.compile(expression);
        if (result.hasError()) {
            return Optional.of(said(expression, result.getErrors().getFirst()));
        }
        try {
            return outOfBounds(result.getAst());
        } catch (CelValidationException e) {
            throw new IllegalStateException("an expression without an error cannot be read", e);
        }
    }

    @Override
    public Predicate<PromotionFacts> compiled(String expression) {
        try {
            CelRuntime.Program program =
                    cel.createProgram(cel.compile(expression).getAst());
            return facts -> isMet(program, facts);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("a condition that was checked cannot be compiled: " + expression, e);
        }
    }

    private static boolean isMet(CelRuntime.Program program, PromotionFacts facts) {
        try {
            return Boolean.TRUE.equals(program.eval((CelVariableResolver) name -> value(name, facts)));
        } catch (CelEvaluationException cannotBeSaid) {
            return false;
        }
    }

    private static Optional<Object> value(String name, PromotionFacts facts) {
        var occasion = facts.occasion();
        return Optional.ofNullable(
                switch (name) {
                    case "lines" -> facts;
                    case "lines.count" -> (long) facts.lines().size();
                    case "purchase.amount" -> number(facts.paid().amount());
                    case "purchase.currency" -> facts.paid().currency().getCurrencyCode();
                    case "purchase.outlet" -> occasion.outlet();
                    case "calendar.date" -> occasion.date().toString();
                    case "calendar.weekday" -> OnWeekdays.word(occasion.date().getDayOfWeek());
                    case "calendar.month" -> (long) occasion.date().getMonthValue();
                    case "calendar.day" -> (long) occasion.date().getDayOfMonth();
                    case "calendar.time" -> facts.time();
                    case "member.known" -> facts.earner().isPresent();
                    case "member.tier" ->
                        facts.earner().map(each -> each.tier()).orElse("");
                    case "member.firstVisit" ->
                        facts.earner().filter(each -> each.isFirstVisit()).isPresent();
                    default -> null;
                });
    }

    private static Object number(BigDecimal amount) {
        return amount.doubleValue();
    }

    private static Mistake whole(Phrase what) {
        return new Mistake(0, 0, what);
    }

    private static Optional<Mistake> outOfBounds(CelAbstractSyntaxTree tree) {
        List<CelExpr> parts = CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(node -> node.expr())
                .toList();
        if (parts.size() > MOST_PARTS) {
            return Optional.of(whole(Phrase.of("condition-too-many-parts", MOST_PARTS)));
        }
        return parts.stream().flatMap(part -> outOfBounds(part).stream()).findFirst();
    }

    private static Optional<Mistake> outOfBounds(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT, IDENT, SELECT, LIST -> Optional.empty();
            case CALL -> {
                CelExpr.CelCall call = part.call();
                if (call.function().equals(MATCHES)
                        && !isPlainPattern(call.args().getLast())) {
                    yield Optional.of(whole(Phrase.of("condition-pattern")));
                }
                yield OPERATORS.contains(call.function()) || FUNCTIONS.contains(call.function())
                        ? Optional.empty()
                        : Optional.of(whole(Phrase.of("condition-no-function", String.join(", ", FUNCTIONS))));
            }
            default -> Optional.of(whole(Phrase.of("condition-no-function", String.join(", ", FUNCTIONS))));
        };
    }

    /** Counted repetitions make a short pattern a large program. */
    private static boolean isPlainPattern(CelExpr pattern) {
        if (pattern.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || pattern.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            return false;
        }
        String text = pattern.constant().stringValue();
        if (text.length() > LONGEST_PATTERN || text.indexOf('{') >= 0) {
            return false;
        }
        try {
            com.google.re2j.Pattern.compile(text);
            return true;
        } catch (com.google.re2j.PatternSyntaxException e) {
            return false;
        }
    }

    /** The compiler's English in the words of this house, with places counted from 1. */
    private static Mistake said(String expression, CelIssue issue) {
        String message = issue.getMessage();
        int line = issue.getSourceLocation().getLine();
        int column = issue.getSourceLocation().getColumn();
        if (line < 1 || message.contains("recursion limit")) {
            return whole(Phrase.of("condition-too-deep", MOST_DEPTH));
        }
        return new Mistake(line, column + 1, what(expression, message, line, column));
    }

    private static Phrase what(String expression, String message, int line, int column) {
        String named = between(message);
        if (message.startsWith("undeclared reference")) {
            return Set.of("exists", "all", "map", "filter", "exists_one").contains(named)
                    ? Phrase.of("condition-no-loop", named, names())
                    : Phrase.of(
                            "condition-unknown",
                            nameAt(expression, line, column).orElse(named),
                            names());
        }
        if (message.startsWith("undefined field")) {
            return Phrase.of("condition-unknown", named, names());
        }
        if (message.startsWith("found no matching overload")) {
            return Phrase.of("condition-types", types(message));
        }
        if (message.startsWith("expected type")) {
            return Phrase.of("condition-not-a-question");
        }
        return Phrase.of("condition-unfinished", named.equals("<EOF>") ? Phrase.of("condition-end") : named);
    }

    /** What the compiler has between its first quotes. */
    private static String between(String message) {
        int start = message.indexOf('\'');
        int end = message.indexOf('\'', start + 1);
        return start < 0 || end < 0 ? "…" : message.substring(start + 1, end);
    }

    private static String types(String message) {
        int start = message.indexOf("applied to '");
        int end = message.indexOf('\'', start + "applied to '".length());
        return start < 0 || end < 0 ? "…" : message.substring(start + "applied to '".length(), end);
    }

    /** The whole of a name with points, of which the compiler tells the first part. */
    private static Optional<String> nameAt(String expression, int line, int column) {
        return expression
                .lines()
                .skip(line - 1L)
                .findFirst()
                .filter(text -> column < text.length() && Character.isJavaIdentifierStart(text.charAt(column)))
                .map(text -> text.substring(column)
                        .chars()
                        .takeWhile(each -> Character.isJavaIdentifierPart(each) || each == '.')
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()));
    }

    private static String names() {
        return Stream.concat(
                        PromotionModel.NAMES.stream().map(PromotionModel.Name::name),
                        PromotionModel.OF_LINES.stream().map(each -> each.name() + "(…)"))
                .collect(Collectors.joining(", "));
    }
}
