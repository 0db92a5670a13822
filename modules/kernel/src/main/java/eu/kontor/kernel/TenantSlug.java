package eu.kontor.kernel;

import java.util.regex.Pattern;

/**
 * The tenant's name in addresses, files, schemas and the identity provider: lower-case letters, digits and single
 * hyphens, 2 to 40 characters, beginning with a letter.
 */
public record TenantSlug(String value) implements Comparable<TenantSlug> {

    private static final Pattern SHAPE = Pattern.compile("[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,39}");

    public TenantSlug {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a tenant's slug: " + value);
        }
    }

    /** The tenant's own schema, {@code t_<slug>} with underscores for hyphens. */
    public String schema() {
        return "t_" + value.replace('-', '_');
    }

    /** The database role under which this tenant's transactions run. Equal to the schema's name. */
    public String role() {
        return schema();
    }

    @Override
    public int compareTo(TenantSlug other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
