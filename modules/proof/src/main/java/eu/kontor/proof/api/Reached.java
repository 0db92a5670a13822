package eu.kontor.proof.api;

/** Is told how far something long has come. */
@FunctionalInterface
public interface Reached {

    /** For whoever does not want to know. */
    Reached UNHEARD = (done, of) -> {};

    /** @param of the same from the first call to the last; 0 when there is nothing to do */
    void now(long done, long of);
}
