package eu.kontor.launcher;

/** Hears what is being done, and does it. */
@FunctionalInterface
public interface StepProgress {

    /** Does without telling. */
    StepProgress SILENT = (name, action) -> action.run();

    /**
     * @param name what a person calls the step
     * @param action the step
     */
    void step(String name, Runnable action);
}
