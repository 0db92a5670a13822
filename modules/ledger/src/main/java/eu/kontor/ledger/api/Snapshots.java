package eu.kontor.ledger.api;

import java.time.LocalDate;

/** Keeps what balances and positions are, so that the past is answered from the day before and what was posted since. */
public interface Snapshots {

    /**
     * Once a day. May be cut off anywhere and be done again, on any node: what is done is not done twice. Days on which it did
     * not run change no answer; they only make it longer.
     *
     * @param day names the run; one that is complete is not begun again
     * @return pockets that had changed since they were last kept
     */
    long take(LocalDate day);
}
