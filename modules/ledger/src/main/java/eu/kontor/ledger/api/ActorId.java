package eu.kontor.ledger.api;

/** Who caused a posting, by number: four bytes beside each transfer, which lie where a row had room. */
public record ActorId(int number) {

    /** Of what was posted before names were kept. */
    public static final ActorId NONE = new ActorId(0);

    /** A hold that nobody captured in time gave its points back: whoever came next found it. */
    public static final ActorId OVERDUE_HOLDS = new ActorId(1);

    /** Points expired on their day. */
    public static final ActorId DAILY_EXPIRY = new ActorId(2);

    public boolean isKnown() {
        return number != NONE.number;
    }
}
