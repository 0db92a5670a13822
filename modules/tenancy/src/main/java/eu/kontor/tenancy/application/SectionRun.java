package eu.kontor.tenancy.application;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.kernel.Phrase;
import eu.kontor.tenancy.application.configuration.SectionDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file on its way, section by section: a section acts only when it says something else than what was last applied of it from files,
 * and one that fails keeps no other from acting.
 */
final class SectionRun {

    private static final Logger LOG = LoggerFactory.getLogger(SectionRun.class);

    private final String file;
    private final Map<String, byte[]> lastApplied;
    private final List<String> applied = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<Phrase> notes = new ArrayList<>();

    /** @param lastApplied digests by section */
    SectionRun(String file, Map<String, byte[]> lastApplied) {
        this.file = file;
        this.lastApplied = lastApplied;
    }

    /** @param apply makes it so and has the digest recorded */
    void section(String name, JsonNode content, Consumer<byte[]> apply) {
        section(name, content, () -> true, apply);
    }

    /** @param isThere false when what was applied is gone, so that it must be applied again */
    void section(String name, JsonNode content, BooleanSupplier isThere, Consumer<byte[]> apply) {
        byte[] digest = SectionDigest.of(content);
        boolean isChanged = !Arrays.equals(digest, lastApplied.get(name));
        step(name, () -> isChanged || !isThere.getAsBoolean(), () -> apply.accept(digest));
    }

    /** What is no section of the file but is needed by some. @return false if it failed */
    boolean step(String name, BooleanSupplier isNeeded, Runnable work) {
        try {
            if (isNeeded.getAsBoolean()) {
                work.run();
                applied.add(name);
            }
            return true;
        } catch (RuntimeException e) {
            LOG.error("{}: {} could not be applied and is tried again at the next apply", file, name, e);
            failed.add(name);
            failures.add(file + ": " + name + ": " + e.getMessage());
            return false;
        }
    }

    /** What of a section was not applied, because it is decided elsewhere. */
    void note(List<Phrase> notApplied) {
        notes.addAll(notApplied);
    }

    List<Phrase> notes() {
        return List.copyOf(notes);
    }

    boolean hasActed() {
        return !applied.isEmpty();
    }

    boolean isComplete() {
        return failed.isEmpty();
    }

    boolean hasFailed(String name) {
        return failed.contains(name);
    }

    /** What was done, in order. */
    List<String> applied() {
        return List.copyOf(applied);
    }

    /** One sentence for each section that failed: file, section, reason. */
    List<String> failures() {
        return List.copyOf(failures);
    }
}
