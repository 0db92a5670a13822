package eu.kontor.rest.feed;

import eu.kontor.feeds.api.FeedTrials.Question;
import eu.kontor.feeds.api.FeedTrials.Sketch;
import eu.kontor.feeds.api.FeedTrials.Trial;
import eu.kontor.feeds.api.FeedTrials.TriedLine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What would become of a file. */
public final class TrialAnswers {

    private TrialAnswers() {}

    /** Counts as in a receipt; nothing of it was posted. */
    @Schema(
            name = "FeedTrial",
            description = "Counts as in a receipt, over the lines that were tried; nothing was posted.")
    public record TrialAnswer(
            @Schema(description = "why the file as a whole would be refused") String refusal,
            @Schema(description = "of the tenant's mappings, or a layout", examples = "kasse") String mapping,
            @Schema(examples = "item-lines") String layout,
            long linesTotal,
            long linesTried,
            long linesPosted,
            @Schema(description = "of those posted: what was posted before would be taken back") long linesCorrected,
            long linesKnown,
            long linesRefused,
            @Schema(description = "the same, but they would wait for a person") long linesHeld,
            Map<String, Long> skipped,
            long purchases,
            long points,
            @Schema(description = "the first lines, and the first of those that would be refused")
                    List<TriedLineAnswer> lines,
            @Schema(description = "columns that stand in the header twice, and that nothing reads")
                    List<String> columnsRepeated,
            @Schema(description = "when nothing reads the file: a mapping to complete") SketchAnswer sketch) {

        static TrialAnswer of(Trial trial) {
            return new TrialAnswer(
                    trial.refusal().orElse(null),
                    trial.mapping(),
                    trial.layout(),
                    trial.linesTotal(),
                    trial.linesTried(),
                    trial.linesPosted(),
                    trial.linesCorrected(),
                    trial.linesKnown(),
                    trial.linesRefused(),
                    trial.linesHeld(),
                    trial.skipped(),
                    trial.purchases(),
                    trial.points().value(),
                    trial.shown().stream().map(TriedLineAnswer::of).toList(),
                    trial.columnsRepeated(),
                    trial.sketch().map(SketchAnswer::of).orElse(null));
        }
    }

    /** One line of the file. */
    @Schema(name = "TriedLine")
    public record TriedLineAnswer(
            @Schema(examples = "7") long line,
            String text,
            @Schema(enumeration = {"posted", "corrected", "held", "known", "skipped", "refused"}) String outcome,
            long points,
            @Schema(description = "why it would be skipped or refused") String reason) {

        static TriedLineAnswer of(TriedLine line) {
            return new TriedLineAnswer(
                    line.line(),
                    line.text(),
                    line.outcome().name().toLowerCase(Locale.ROOT),
                    line.points().value(),
                    line.reason());
        }
    }

    /** A mapping that a person completes. */
    @Schema(name = "MappingSketch")
    public record SketchAnswer(
            @Schema(examples = "item-lines") String layout,
            @Schema(description = "an element of the configuration's `feeds`") String yaml,
            @Schema(description = "the layout's name of a value, and the file's column that looks like it")
                    Map<String, String> columns,
            @Schema(description = "what nothing in the file looks like") List<String> missing,
            List<QuestionAnswer> questions) {

        static SketchAnswer of(Sketch sketch) {
            return new SketchAnswer(
                    sketch.layout(),
                    sketch.yaml(),
                    sketch.columns(),
                    sketch.missing(),
                    sketch.questions().stream().map(QuestionAnswer::of).toList());
        }
    }

    /** What only a person can answer. */
    @Schema(name = "MappingQuestion")
    public record QuestionAnswer(
            @Schema(
                            enumeration = {
                                "day-or-month",
                                "date-not-read",
                                "word-unknown",
                                "outlet-unknown",
                                "price-missing",
                                "no-card-seen"
                            })
                    String code,
            @Schema(examples = "Datum") String column,
            @Schema(examples = "MM/dd/uuuu") String value) {

        static QuestionAnswer of(Question question) {
            return new QuestionAnswer(question.code(), question.column(), question.value());
        }
    }
}
