package eu.kontor.kernel;

/** A person in the coalition; ours, positive, never shown alone on a screen. */
public record MemberId(long value) implements Comparable<MemberId> {

    public MemberId {
        if (value <= 0) {
            throw new IllegalArgumentException("a member id is positive but is " + value);
        }
    }

    @Override
    public int compareTo(MemberId other) {
        return Long.compare(value, other.value);
    }
}
