package eu.kontor.launcher.sample;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Properties;

/** How far the sample's import has come on this machine, in a file beside its data, so that an interrupted one goes on. */
final class ImportState {

    private static final String LAST_MONTH = "last-month";
    private static final String MEMBERS = "members";
    private static final String CLOSED_THROUGH = "closed-through";

    private final Path file;
    private final Properties properties = new Properties();

    ImportState(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
    }

    /** The calendar is decided once; a later import of the rest keeps it. */
    SampleCalendar calendar(YearMonth lastMonthNow) throws IOException {
        if (properties.getProperty(LAST_MONTH) == null) {
            put(LAST_MONTH, lastMonthNow.toString());
        }
        return new SampleCalendar(YearMonth.parse(properties.getProperty(LAST_MONTH)));
    }

    boolean hasMembers() {
        return properties.getProperty(MEMBERS) != null;
    }

    void membersAreIn() throws IOException {
        put(MEMBERS, "imported");
    }

    Optional<YearMonth> closedThrough() {
        return Optional.ofNullable(properties.getProperty(CLOSED_THROUGH)).map(YearMonth::parse);
    }

    void closedThrough(YearMonth month) throws IOException {
        put(CLOSED_THROUGH, month.toString());
    }

    private void put(String key, String value) throws IOException {
        properties.setProperty(key, value);
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            properties.store(writer, "How far the sample's import has come");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
