package eu.kontor.tenancy.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The one reader of statements: {@code ledger/post/begin} is the resource {@code /sql/ledger/post/begin.sql}. */
public final class SqlFile {

    /** As many as there are files; they do not change while the server runs. */
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private SqlFile() {}

    /**
     * @param name the module's folder below {@code sql}, and the file in it without its ending
     * @throws IllegalArgumentException if there is no such file
     */
    public static String read(String name) {
        return KNOWN.computeIfAbsent(name, SqlFile::load);
    }

    private static String load(String name) {
        try (InputStream file = SqlFile.class.getResourceAsStream("/sql/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no statement " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
