package eu.kontor.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The habits of the house, measured on the sources themselves. An exception is listed here with its reason. */
class HouseHabitsTest {

    private static final int LONGEST_METHOD_LINES = 70;
    private static final int LONGEST_FILE_LINES = 400;
    private static final int MOST_CONSTRUCTOR_PARAMETERS = 5;

    /** A use case is given what it uses; a bag that only hides two of seven would say less. */
    private static final int MOST_INJECTED_PARAMETERS = 7;

    private static final int LONGEST_README_LINES = 200;

    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TODO|FIXME|HACK)\\b");
    private static final Pattern CLOCK_NOT_INJECTED = Pattern.compile(
            "(Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime|YearMonth|Year)\\.now\\(\\s*\\)"
                    + "|System\\.currentTimeMillis\\(|new Date\\(\\s*\\)");
    private static final Pattern EMPTY_NAME = Pattern.compile("(Manager|Helper|Impl|Utils?)$");

    /** Name and reason. */
    private static final Set<String> ALLOWED_EMPTY_NAMES = Set.of();

    private static final Pattern COLUMN_BY_POSITION = Pattern.compile(
            "\\.get(Int|Long|Short|Byte|Bytes|String|Object|Boolean|BigDecimal|Float|Double|Date|Timestamp|Array)\\(\\s*\\d+");

    /** Where columns are read by position, and why. */
    private static final Map<String, String> READ_BY_POSITION = Map.ofEntries(
            Map.entry("ledger/persistence/Posting", "posting: raw JDBC, where the rate counts"),
            Map.entry("ledger/persistence/BalancePlaces", "posting: raw JDBC, where the rate counts"),
            Map.entry("proof/seal/", "seals: raw JDBC over millions of rows"),
            Map.entry("modules/launcher/", "asks a database before there is a server"),
            Map.entry("modules/benchmarks/", "measures plain JDBC beside the house"));

    private static List<Path> sources;

    @BeforeAll
    static void listTheSources() throws IOException {
        sources = HouseSources.java();
    }

    @Test
    @DisplayName("A file stays readable")
    void aFileStaysReadable() {
        assertThat(sources.stream()
                        .filter(file -> HouseSources.lines(file).size() > LONGEST_FILE_LINES)
                        .map(file -> HouseSources.named(file) + " has "
                                + HouseSources.lines(file).size() + " lines"))
                .isEmpty();
    }

    @Test
    @DisplayName("A method fits on one screen, a constructor takes few arguments, a name means something")
    void methodsConstructorsAndNames() throws IOException {
        Set<String> findings = new TreeSet<>();
        HouseSources.scan(sources, (unit, positions) -> new Measure(unit, positions, findings));
        assertThat(findings).isEmpty();
    }

    @Test
    @DisplayName("Nothing is left for later, and time comes from the injected clock")
    void nothingIsLeftForLaterAndTimeIsInjected() {
        List<String> findings = new ArrayList<>();
        for (Path file : sources) {
            if (file.endsWith("HouseHabitsTest.java")) {
                continue;
            }
            boolean isMain = HouseSources.isMain(file);
            List<String> lines = HouseSources.lines(file);
            for (int i = 0; i < lines.size(); i++) {
                boolean late = LEFT_FOR_LATER.matcher(lines.get(i)).find();
                boolean clock =
                        isMain && CLOCK_NOT_INJECTED.matcher(lines.get(i)).find();
                if (late || clock) {
                    findings.add(HouseSources.named(file) + ":" + (i + 1) + " "
                            + lines.get(i).strip());
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    @DisplayName("No simple class name stands twice")
    void noSimpleClassNameStandsTwice() {
        Map<String, List<String>> files = sources.stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString(),
                        TreeMap::new,
                        Collectors.mapping(HouseSources::named, Collectors.toList())));
        files.values().removeIf(same -> same.size() == 1);
        assertThat(files)
                .as("a name means one thing, in the product and in its tests")
                .isEmpty();
    }

    @Test
    @DisplayName("Rows are read by the names of their columns")
    void rowsAreReadByTheNamesOfTheirColumns() {
        Map<String, Integer> byPlace = new TreeMap<>();
        Set<String> exceptionsMet = new TreeSet<>();
        for (Path file : sources) {
            long positional = HouseSources.lines(file).stream()
                    .filter(line -> COLUMN_BY_POSITION.matcher(line).find())
                    .count();
            String name = HouseSources.named(file);
            if (!HouseSources.isMain(file) || positional == 0) {
                continue;
            }
            Optional<String> exception = READ_BY_POSITION.keySet().stream()
                    .filter(name::contains)
                    .max(Comparator.comparingInt(String::length));
            exception.ifPresentOrElse(exceptionsMet::add, () -> byPlace.put(name, (int) positional));
        }
        assertThat(byPlace).as("read into records, with unit.jdbi()").isEmpty();
        assertThat(exceptionsMet)
                .as("an exception that nobody needs any more goes from the list")
                .isEqualTo(new TreeSet<>(READ_BY_POSITION.keySet()));
    }

    @Test
    @DisplayName("Every package of the house says what it is for")
    void everyPackageSaysWhatItIsFor() {
        Set<String> silent = new TreeSet<>();
        for (Path file : sources) {
            Path folder = file.getParent();
            if (HouseSources.isMain(file) && !Files.exists(folder.resolve("package-info.java"))) {
                silent.add(HouseSources.named(folder));
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    @DisplayName("The README is short, and every module has its own")
    void theReadmeIsShort() throws IOException {
        assertThat(HouseSources.lines(HouseSources.ROOT.resolve("README.md"))).hasSizeLessThan(LONGEST_README_LINES);
        try (Stream<Path> modules = Files.list(HouseSources.ROOT.resolve("modules"))) {
            assertThat(modules.filter(module -> Files.exists(module.resolve("pom.xml")))
                            .filter(module -> !Files.exists(module.resolve("README.md"))))
                    .isEmpty();
        }
    }

    private static final class Measure extends TreeScanner<Void, ClassTree> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Set<String> findings;

        Measure(CompilationUnitTree unit, SourcePositions positions, Set<String> findings) {
            this.unit = unit;
            this.positions = positions;
            this.findings = findings;
        }

        @Override
        public Void visitClass(ClassTree type, ClassTree outer) {
            String name = type.getSimpleName().toString();
            if (EMPTY_NAME.matcher(name).find() && !ALLOWED_EMPTY_NAMES.contains(name)) {
                findings.add(place(type) + " " + name + ": a name that says nothing");
            }
            return super.visitClass(type, type);
        }

        @Override
        public Void visitMethod(MethodTree method, ClassTree owner) {
            LineMap lines = unit.getLineMap();
            long length = lines.getLineNumber(positions.getEndPosition(unit, method))
                    - lines.getLineNumber(positions.getStartPosition(unit, method))
                    + 1;
            if (length > LONGEST_METHOD_LINES) {
                findings.add(place(method) + " " + method.getName() + " has " + length + " lines");
            }
            boolean ofRecord = owner != null && owner.getKind() == Tree.Kind.RECORD;
            int most = has(method.getModifiers(), "Inject") ? MOST_INJECTED_PARAMETERS : MOST_CONSTRUCTOR_PARAMETERS;
            if (isConstructor(method) && !ofRecord && method.getParameters().size() > most) {
                findings.add(place(method) + " constructor takes "
                        + method.getParameters().size() + " arguments");
            }
            if (isHollow(method)
                    && !isEntity(owner)
                    && HouseSources.isMain(Path.of(unit.getSourceFile().toUri()))) {
                findings.add(place(method) + " hollow constructor: let the class be a @Service, which is not proxied");
            }
            return super.visitMethod(method, owner);
        }

        private static boolean isConstructor(MethodTree method) {
            return method.getName().contentEquals("<init>");
        }

        /** Takes nothing and does nothing, so that a proxy can be made of the class, or a subclass that is one. */
        private static boolean isHollow(MethodTree method) {
            return isConstructor(method)
                    && method.getParameters().isEmpty()
                    && method.getModifiers().getFlags().contains(Modifier.PROTECTED)
                    && method.getBody().getStatements().stream().allMatch(Measure::passesNothingOn);
        }

        private static boolean passesNothingOn(StatementTree statement) {
            return statement.toString().matches("(this|super)\\((null|, )*\\);");
        }

        /** Hibernate makes one before it fills it. */
        private static boolean isEntity(ClassTree owner) {
            return owner != null && has(owner.getModifiers(), "Entity");
        }

        private static boolean has(ModifiersTree modifiers, String annotation) {
            return modifiers.getAnnotations().stream()
                    .anyMatch(used -> used.getAnnotationType().toString().endsWith(annotation));
        }

        private String place(Tree tree) {
            return HouseSources.named(Path.of(unit.getSourceFile().toUri())) + ":"
                    + unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
        }
    }
}
