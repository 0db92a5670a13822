package eu.kontor.ledger.model;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A fault in the ledger's own source: a text that is replaced by another. The ledger with it is loaded beside the right one.
 *
 * @param source of a room, such as {@code ledger/src/main/resources/sql/ledger/post/begin.sql}
 */
record PlantedBug(String source, String right, String wrong) {

    private static final Path MODULES = Path.of("..");
    private static final String RESOURCES = "/src/main/resources/";
    private static final List<String> ROOMS = List.of("eu.kontor.ledger.", "eu.kontor.expiry.", "eu.kontor.proof.");

    /** Reads statements with its own loader, and must therefore be the planted ledger's own, too. */
    private static final String READER = "eu.kontor.tenancy.api.SqlFile";

    /**
     * Compiles the wrong source.
     *
     * @param folder for what is compiled
     * @throws IllegalStateException when the source does not have the right text any more
     */
    ClassLoader plantIn(Path folder) throws IOException {
        Path file = MODULES.resolve(source);
        String text = Files.readString(file);
        if (!text.contains(right)) {
            throw new IllegalStateException(source + " does not say any more: " + right);
        }
        Path planted = folder.resolve("source").resolve(file.getFileName());
        if (source.endsWith(".sql")) {
            planted = folder.resolve(source.substring(source.indexOf(RESOURCES) + RESOURCES.length()));
        }
        Files.createDirectories(planted.getParent());
        Files.writeString(planted, text.replace(right, wrong));
        if (source.endsWith(".java")) {
            compile(planted, folder);
        }
        return new PlantedLoader(urls(folder));
    }

    private static void compile(Path file, Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int errors = compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-nowarn",
                "-parameters",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                file.toString());
        if (errors != 0) {
            throw new IllegalStateException(file + " with a bug in it does not compile");
        }
    }

    private static URL[] urls(Path folder) {
        Stream<Path> all = Stream.concat(
                Stream.of(folder),
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of));
        return all.map(PlantedBug::url).toArray(URL[]::new);
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The rooms and their tests from the folder and then from where they are; everything else is everybody's. */
    private static final class PlantedLoader extends URLClassLoader {

        PlantedLoader(URL[] places) {
            super(places, PlantedBug.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (ROOMS.stream().noneMatch(name::startsWith) && !name.equals(READER)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }

        @Override
        public URL getResource(String name) {
            URL own = name.startsWith("sql/") ? findResource(name) : null;
            return own == null ? super.getResource(name) : own;
        }
    }
}
