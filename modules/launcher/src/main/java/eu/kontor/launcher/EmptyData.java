package eu.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Data directories as {@code initdb} makes them, and a template of one for temporary servers. */
final class EmptyData {

    private static final int TEMPLATE_MEGABYTES = 80;

    /** The built-in C.UTF-8 locale sorts the same on every machine; names are sorted by the portal in the reader's language. */
    private static final List<String> INITDB = List.of(
            "--username=" + PostgresServer.SUPERUSER,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");

    private EmptyData() {}

    /** What temporary servers begin with, made once per machine. */
    static Path template() {
        return CacheEntry.once(
                templateName(), TEMPLATE_MEGABYTES, directory -> initialize(directory, TemporaryDirectories.PASSWORD));
    }

    /** What the copies of one template have in common is how it was made, so its name tells that. */
    static String templateName() {
        String recipe = Integer.toHexString(String.join(" ", INITDB).hashCode());
        return "postgresql-" + PostgresBinaries.VERSION + "-template-" + recipe;
    }

    /** Makes the directory, or leaves none. */
    static void initialize(Path directory, String superuserPassword) {
        Path unfinished = directory.resolveSibling(directory.getFileName() + ".initdb");
        Directories.delete(unfinished);
        try {
            Files.createDirectories(unfinished.getParent());
            Files.createDirectory(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            OrdinaryUser.own(unfinished);
            Path passwordFile = Files.createTempFile(directory.getParent(), "pw", null);
            try {
                Files.writeString(passwordFile, superuserPassword);
                OrdinaryUser.own(passwordFile);
                PostgresServer.run(
                        unfinished.resolveSibling(directory.getFileName() + "-initdb.log"),
                        initdb(unfinished, passwordFile));
            } finally {
                Files.delete(passwordFile);
            }
            Files.writeString(
                    unfinished.resolve("postgresql.conf"),
                    Files.readString(unfinished.resolve("postgresql.conf")) + "\ninclude_if_exists = 'kontor.conf'\n");
            Directories.moveUnlessThere(unfinished, directory);
        } catch (IOException e) {
            throw new LauncherFailure(
                    "The database directory " + directory + " cannot be created: " + e.getMessage() + ".", e);
        }
    }

    private static List<String> initdb(Path directory, Path passwordFile) {
        List<String> command = new ArrayList<>(
                List.of(PostgresServer.binary("initdb"), "--pgdata=" + directory, "--pwfile=" + passwordFile));
        command.addAll(INITDB);
        return command;
    }
}
