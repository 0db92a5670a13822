package eu.kontor.it.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
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
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The sources of all modules and of the tests of the whole, as they lie on the disk. */
final class HouseSources {

    static final Path ROOT = root();

    private HouseSources() {}

    static List<Path> java() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String top : List.of("modules", "integration-tests")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(top))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> file.toString().contains("/src/"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    static boolean isMain(Path file) {
        return file.toString().contains("/src/main/");
    }

    /** Reads each file as the compiler reads it, and shows its tree to a scanner of its own. */
    static void scan(
            List<Path> sources,
            BiFunction<CompilationUnitTree, SourcePositions, TreeScanner<Void, ClassTree>> scannerOf)
            throws IOException {
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
                unit.accept(scannerOf.apply(unit, positions), null);
            }
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String named(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("mvnw"))) {
            here = here.getParent();
        }
        return here;
    }
}
