package eu.kontor.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * On what was measured.
 *
 * @param disk the file system that holds the database
 */
public record Machine(String system, String processor, int cores, long memoryMebibytes, String disk, String java) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final long MEBIBYTE = 1 << 20;

    static Machine of(Path directory) throws IOException {
        FileStore disk = Files.getFileStore(Files.createDirectories(directory));
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                processorModel(),
                Runtime.getRuntime().availableProcessors(),
                memory(),
                disk.type() + ", " + disk.getTotalSpace() / MEBIBYTE + " MiB, " + disk.getUsableSpace() / MEBIBYTE
                        + " MiB free",
                System.getProperty("java.vm.name") + " " + Runtime.version());
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / MEBIBYTE;
    }

    private static String processorModel() throws IOException {
        if (!Files.exists(PROCESSORS)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    /** In one line. */
    public String line() {
        return String.format(
                Locale.ROOT, "%s, %d × %s, %,d MiB, %s, %s", system, cores, processor, memoryMebibytes, disk, java);
    }
}
