package eu.kontor.checkout.api;

import eu.kontor.kernel.TenantId;
import java.util.List;

/** Categories that a tenant's tills sent and its program does not know, for whoever tells somebody about them. */
public interface UnknownCategories {

    /** More than this at once are not misspelt words, but numbers in the wrong column; a few show it as well. */
    int MOST = 100;

    /** Those that came since they were told last, at most {@link #MOST}. */
    List<String> untold(TenantId tenant);

    void told(TenantId tenant, List<String> categories);
}
