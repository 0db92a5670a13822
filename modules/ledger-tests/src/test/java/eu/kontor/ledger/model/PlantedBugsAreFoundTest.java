package eu.kontor.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.tenancy.testing.KontorDatabase;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The model test finds what it is there for: a bug of each kind that it once found, and of some that nobody made yet, is planted in the
 * ledger's source and found within some sequences from a seed that is known to lead there. When the random commands change, other seeds
 * do: {@code -Dkontor.model.sequences=2000} looks as far as that and prints the seed that it found.
 */
class PlantedBugsAreFoundTest {

    /** What races may need many runs on a busy machine; it ends with the first that finds it. */
    private static final int SEQUENCES = 60;

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "planted-bugs.csv", numLinesToSkip = 1, delimiter = ';', maxCharsPerColumn = 1_000)
    void planted(String kind, long seed, String source, String right, String wrong) throws Exception {
        int sequences = Integer.getInteger("kontor.model.sequences", SEQUENCES);
        ClassLoader ledger = new PlantedBug(source, right, wrong == null ? "" : wrong).plantIn(folder);
        Class<?> trials = ledger.loadClass(SequenceTrials.class.getName());
        Object planted = trials.getConstructor(KontorDatabase.class).newInstance(DATABASE);
        try {
            Object failure =
                    trials.getMethod("firstFailure", long.class, int.class).invoke(planted, seed, sequences);

            assertThat((Optional<?>) failure).as(kind).isPresent();
            String found = ((Optional<?>) failure).get().toString();
            System.out.println(kind + ": " + found.lines().findFirst().orElseThrow());
        } finally {
            trials.getMethod("close").invoke(planted);
        }
    }
}
