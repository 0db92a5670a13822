package eu.kontor.feeds.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Points;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What would become of a file: it is read, evaluated and posted like any other, and all of it is taken back. Needs ADMIN, FINANCE or
 * FEED.
 */
public interface FeedTrials {

    /** Enough to see how a file is read; the rest is counted but not tried. */
    int MOST_LINES = 2_000;

    /** A sample; the files themselves may be larger. */
    long MOST_BYTES = 64L * 1024 * 1024;

    /**
     * By the mappings of the tenant's configuration.
     *
     * @throws eu.kontor.kernel.Refusal {@code FEED_TOO_LARGE}, {@code FEED_NAME_INVALID}
     */
    Trial tryFile(Caller caller, String fileName, InputStream content) throws IOException;

    /**
     * By one mapping that is not applied yet.
     *
     * @param mapping as JSON, as it would be an element of the configuration's {@code feeds}
     * @throws eu.kontor.kernel.Refusal as above, and {@code CONFIGURATION_INVALID}
     */
    Trial tryFile(Caller caller, String fileName, InputStream content, String mapping) throws IOException;

    /**
     * The sketch with what a person chose instead.
     *
     * @return a mapping as JSON
     */
    String completed(Sketch sketch, Choice choice);

    /** What the layouts need, in the order in which they are explained. */
    List<LayoutNames> layouts();

    /** @param alternatives of these a file must give one whole list, too; none when it need not */
    record LayoutNames(String layout, List<String> required, List<List<String>> alternatives, List<String> optional) {}

    /**
     * @param columns layout's name → columns of the file, usually one; the values of several are joined with hyphens
     * @param constants layout's name → value that all lines share
     * @param datePattern empty for the usual one
     * @param clocks where the clocks stand that the file's times are of
     * @param values layout's name → (text in the file → what it means)
     * @param prices item → price; empty for what earns nothing
     * @param leftOut lines that are no sales
     * @param totals words with which a line of sums begins
     */
    record Choice(
            String layout,
            Map<String, List<String>> columns,
            Map<String, String> constants,
            String datePattern,
            Clocks clocks,
            String decimalMark,
            Map<String, Map<String, String>> values,
            Map<String, String> prices,
            List<LeftOut> leftOut,
            List<String> totals) {}

    /**
     * Time zones, such as {@code Europe/Lisbon}.
     *
     * @param ofFile empty where the file's times are the outlets', or say themselves where they are from
     * @param ofOutlets where moments from elsewhere become days and times
     */
    record Clocks(String ofFile, String ofOutlets) {}

    /**
     * Lines that are left out by the words of a column.
     *
     * @param words an empty one is an empty field
     * @param isNot those are left out that have none of the words
     */
    record LeftOut(String column, List<String> words, boolean isNot) {}

    /**
     * Lines count as in a receipt, over the first {@link #MOST_LINES}. Each thousand are tried on their own: what one would earn, the next
     * cannot redeem.
     *
     * @param refusal why the file as a whole would be refused; then nothing was tried
     * @param mapping that reads it; a layout's name when none of the tenant's own does
     * @param linesTotal of the whole file
     * @param shown the first lines, and the first of those that would be refused
     * @param linesCorrected of those posted, as in a receipt
     * @param columnsRepeated stand in the header twice; nothing reads them
     * @param sketch when nothing reads the file: what its columns look like
     */
    record Trial(
            Optional<String> refusal,
            String mapping,
            String layout,
            long linesTotal,
            long linesTried,
            long linesPosted,
            long linesCorrected,
            long linesKnown,
            long linesRefused,
            long linesHeld,
            Map<String, Long> skipped,
            long purchases,
            Points points,
            List<TriedLine> shown,
            List<String> columnsRepeated,
            Optional<Sketch> sketch) {}

    enum Outcome {
        POSTED,
        /** What was posted before would be taken back. */
        CORRECTED,
        /** The same, once a person says so. */
        HELD,
        KNOWN,
        SKIPPED,
        REFUSED
    }

    /**
     * @param points that it would give or take, on the first line of a ticket
     * @param reason why it would be skipped (a code) or refused (a sentence)
     */
    record TriedLine(long line, String text, Outcome outcome, Points points, String reason) {}

    /**
     * A mapping that a person can complete.
     *
     * @param yaml an element of the configuration's {@code feeds}
     * @param mapping the same as JSON
     * @param header of the file
     * @param firstLines of the file, each as wide as the header or nearly
     * @param columns layout's name → column of the file
     * @param constants layout's name → value that all lines share
     * @param datePattern of the first lines
     * @param zone of the brand's outlets
     * @param missing layout's names that nothing in the file looks like
     */
    record Sketch(
            String layout,
            String yaml,
            String mapping,
            List<String> header,
            List<List<String>> firstLines,
            Map<String, String> columns,
            Map<String, String> constants,
            String datePattern,
            String zone,
            String decimalMark,
            List<String> missing,
            List<Question> questions) {}

    /**
     * What only a person can answer.
     *
     * @param code {@code day-or-month} (value: the other pattern), {@code date-not-read}, {@code word-unknown}, {@code outlet-unknown},
     *     {@code price-missing} or {@code no-card-seen}
     */
    record Question(String code, String column, String value) {}
}
