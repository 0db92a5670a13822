package eu.kontor.kernel;

/**
 * How many points somebody may move alone, at once and within a day of the brand; above it a second person is needed.
 *
 * @param atOnce at most; none for who may only propose
 * @param aDay at most, all together
 */
public record RoleLimit(Points atOnce, Points aDay) {

    /** Who may only propose. */
    public static final RoleLimit NONE = new RoleLimit(Points.ZERO, Points.ZERO);

    /** @param today what the same person moved alone today already */
    public boolean allows(Points wanted, Points today) {
        return !wanted.isMoreThan(atOnce) && !wanted.plus(today).isMoreThan(aDay);
    }
}
