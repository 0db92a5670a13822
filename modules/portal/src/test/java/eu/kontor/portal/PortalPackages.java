package eu.kontor.portal;

/** Marks the root of the portal's packages, for what scans them. */
public final class PortalPackages {

    private PortalPackages() {}
}
