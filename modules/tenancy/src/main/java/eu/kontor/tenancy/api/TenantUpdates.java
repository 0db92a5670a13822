package eu.kontor.tenancy.api;

/** How far the schemas of the tenants are. A tenant whose schema is not current yet is refused; the others work. */
public interface TenantUpdates {

    Progress progress();

    /**
     * @param tenants all that were ever provisioned
     * @param waiting those of them whose schema is not current yet
     * @param failed those of the waiting whose newest attempt failed; it is repeated
     */
    record Progress(int tenants, int waiting, int failed) {}
}
