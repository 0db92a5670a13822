package eu.kontor.feeds.application;

import eu.kontor.feeds.api.FeedTrials;
import eu.kontor.feeds.api.FeedTrials.Outcome;
import eu.kontor.feeds.api.FeedTrials.Trial;
import eu.kontor.feeds.api.FeedTrials.TriedLine;
import eu.kontor.feeds.application.PostingDoors.Answer;
import eu.kontor.feeds.domain.Verdict;
import eu.kontor.feeds.persistence.FilePrePass;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts what would become of lines, and keeps those that a person should see. */
final class TrialTally {

    /** Of the first ones, and of those that would be refused. */
    private static final int SHOWN = 20;

    private static final int LONGEST_TEXT = 200;

    private final Locale language;
    private final Map<Outcome, Long> lines = new EnumMap<>(Outcome.class);
    private final Map<String, Long> skipped = new TreeMap<>();
    private final List<TriedLine> first = new ArrayList<>();
    private final List<TriedLine> refused = new ArrayList<>();
    private long purchases;
    private long points;

    TrialTally(Locale language) {
        this.language = language;
    }

    void add(List<Verdict> verdicts, List<Answer> answers) {
        List<TriedLine> tried = new ArrayList<>();
        for (Answer answer : answers) {
            if (answer.refusal().isPresent()) {
                add(answer.verdict(), Outcome.REFUSED, 0, answer.refusal().get().sentence(language), tried);
            } else if (answer.standing().isPresent()) {
                add(answer.verdict(), Outcome.HELD, 0, "", tried);
            } else if (answer.nothing()) {
                String reason = answer.verdict().ifNothing().slug();
                skipped.merge(reason, (long) answer.verdict().lines(), Long::sum);
                add(answer.verdict(), Outcome.SKIPPED, 0, reason, tried);
            } else {
                Outcome outcome =
                        answer.known() ? Outcome.KNOWN : answer.corrected() ? Outcome.CORRECTED : Outcome.POSTED;
                purchases += answer.known() ? 0 : 1;
                points += answer.known() ? 0 : answer.points();
                add(answer.verdict(), outcome, answer.points(), "", tried);
            }
        }
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Skipped skip) {
                skipped.merge(skip.reason().slug(), (long) skip.lines(), Long::sum);
                add(skip, Outcome.SKIPPED, 0, skip.reason().slug(), tried);
            } else if (verdict instanceof Verdict.Refused refusal) {
                add(refusal, Outcome.REFUSED, 0, refusal.refusal().sentence(language), tried);
            }
        }
        tried.sort(Comparator.comparingLong(TriedLine::line));
        for (TriedLine line : tried) {
            if (first.size() < SHOWN) {
                first.add(line);
            } else if (line.outcome() == Outcome.REFUSED && refused.size() < SHOWN) {
                refused.add(line);
            }
        }
    }

    long lines() {
        return lines.values().stream().mapToLong(Long::longValue).sum();
    }

    Trial toTrial(FilePrePass.Finding finding) {
        List<TriedLine> shown = new ArrayList<>(first);
        shown.addAll(refused);
        return new FeedTrials.Trial(
                Optional.empty(),
                finding.mapping().name(),
                finding.mapping().layout().slug(),
                finding.lines(),
                lines(),
                count(Outcome.POSTED) + count(Outcome.CORRECTED),
                count(Outcome.CORRECTED),
                count(Outcome.KNOWN),
                count(Outcome.REFUSED),
                count(Outcome.HELD),
                skipped,
                purchases,
                Points.of(points),
                shown,
                finding.header().repeatedNames(),
                Optional.empty());
    }

    private void add(Verdict verdict, Outcome outcome, long earned, String reason, List<TriedLine> tried) {
        lines.merge(outcome, (long) verdict.lines(), Long::sum);
        long left = earned;
        for (TableRecord record : verdict.records()) {
            String text = record.raw();
            tried.add(new TriedLine(
                    record.lineNumber(),
                    text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text,
                    outcome,
                    Points.of(left),
                    reason));
            left = 0;
        }
    }

    private long count(Outcome outcome) {
        return lines.getOrDefault(outcome, 0L);
    }
}
