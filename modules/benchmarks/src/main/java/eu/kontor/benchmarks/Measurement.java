package eu.kontor.benchmarks;

import java.util.List;

/** One thing that is measured; prints nothing itself. */
public interface Measurement {

    /**
     * @param references what was measured before, by name: the references come first
     * @return its figures, each printed as soon as the measurement ends
     */
    List<Figure> measure(Bench bench, References references) throws Exception;

    /** Whether others are compared with it, so that it is never left out. */
    default boolean isReference() {
        return false;
    }
}
