package eu.kontor.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The habits of the house, measured on the sources themselves. An exception is listed here with its reason. */
class HouseHabitsTest {

    private static final int LONGEST_METHOD_LINES = 70;
    private static final int LONGEST_FILE_LINES = 400;
    private static final int MOST_CONSTRUCTOR_PARAMETERS = 5;
    private static final int LONGEST_README_LINES = 200;

    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TODO|FIXME|HACK)\\b");
    private static final Pattern CLOCK_NOT_INJECTED = Pattern.compile(
            "(Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime|YearMonth|Year)\\.now\\(\\s*\\)"
                    + "|System\\.currentTimeMillis\\(|new Date\\(\\s*\\)");
    private static final Pattern EMPTY_NAME = Pattern.compile("(Manager|Helper|Impl|Utils?)$");

    /** Name and reason. */
    private static final Set<String> ALLOWED_EMPTY_NAMES = Set.of();

    private static final Path ROOT = root();
    private static List<Path> sources;

    @BeforeAll
    static void listTheSources() throws IOException {
        sources = new ArrayList<>();
        for (String top : List.of("modules", "integration-tests")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(top))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> file.toString().contains("/src/"))
                        .forEach(sources::add);
            }
        }
    }

    @Test
    @DisplayName("A file stays readable")
    void aFileStaysReadable() {
        assertThat(sources.stream()
                        .filter(file -> lines(file).size() > LONGEST_FILE_LINES)
                        .map(file ->
                                ROOT.relativize(file) + " has " + lines(file).size() + " lines"))
                .isEmpty();
    }

    @Test
    @DisplayName("A method fits on one screen, a constructor takes few arguments, a name means something")
    void methodsConstructorsAndNames() throws IOException {
        Set<String> findings = new TreeSet<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    diagnostic -> {},
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Measure(unit, positions, findings), null);
            }
        }
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
            boolean isMain = file.toString().contains("/src/main/");
            List<String> lines = lines(file);
            for (int i = 0; i < lines.size(); i++) {
                boolean late = LEFT_FOR_LATER.matcher(lines.get(i)).find();
                boolean clock =
                        isMain && CLOCK_NOT_INJECTED.matcher(lines.get(i)).find();
                if (late || clock) {
                    findings.add(ROOT.relativize(file) + ":" + (i + 1) + " "
                            + lines.get(i).strip());
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    @DisplayName("Every package of the house says what it is for")
    void everyPackageSaysWhatItIsFor() {
        Set<String> silent = new TreeSet<>();
        for (Path file : sources) {
            Path folder = file.getParent();
            if (file.toString().contains("/src/main/") && !Files.exists(folder.resolve("package-info.java"))) {
                silent.add(ROOT.relativize(folder).toString());
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    @DisplayName("The README is short, and every module has its own")
    void theReadmeIsShort() throws IOException {
        assertThat(lines(ROOT.resolve("README.md"))).hasSizeLessThan(LONGEST_README_LINES);
        try (Stream<Path> modules = Files.list(ROOT.resolve("modules"))) {
            assertThat(modules.filter(Files::isDirectory).filter(module -> !Files.exists(module.resolve("README.md"))))
                    .isEmpty();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("mvnw"))) {
            here = here.getParent();
        }
        return here;
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
            if (method.getReturnType() == null
                    && !ofRecord
                    && method.getParameters().size() > MOST_CONSTRUCTOR_PARAMETERS) {
                findings.add(place(method) + " constructor takes "
                        + method.getParameters().size() + " arguments");
            }
            return super.visitMethod(method, owner);
        }

        private String place(Tree tree) {
            Path file = Path.of(unit.getSourceFile().toUri());
            return ROOT.relativize(file) + ":"
                    + unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
        }
    }
}
