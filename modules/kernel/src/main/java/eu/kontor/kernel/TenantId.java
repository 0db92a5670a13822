package eu.kontor.kernel;

/** One brand; a small positive number given at provisioning that never changes and is never reused. */
public record TenantId(int value) implements Comparable<TenantId> {

    public TenantId {
        if (value <= 0) {
            throw new IllegalArgumentException("a tenant id is positive but is " + value);
        }
    }

    @Override
    public int compareTo(TenantId other) {
        return Integer.compare(value, other.value);
    }
}
